/** Our sign: a voice, and its echo coming back. */
export function Mark({ size }: { size: number }) {
  return (
    <svg
      width={size}
      height={size}
      viewBox="0 0 32 32"
      fill="none"
      stroke="var(--hx-accent)"
      strokeWidth="3"
      strokeLinecap="round"
      aria-hidden="true"
      style={{ flex: 'none' }}
    >
      <circle cx="16" cy="16" r="3" fill="var(--hx-accent)" stroke="none" />
      <path d="M9.6 22.4a9 9 0 0 1 0-12.8M22.4 9.6a9 9 0 0 1 0 12.8" />
      <path d="M5.4 26.6a15 15 0 0 1 0-21.2M26.6 5.4a15 15 0 0 1 0 21.2" opacity=".5" />
    </svg>
  )
}
