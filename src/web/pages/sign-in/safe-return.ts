/** Only a path of this app is a way back; "//evil.example" and "https:…" are not. */
export function safeReturn(wanted: string | undefined): string {
  return wanted && /^\/(?![/\\])/.test(wanted) ? wanted : '/'
}
