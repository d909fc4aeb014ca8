/** What people type for a time of day ("9", "9:5", "0930", "9：30") as 'HH:MM'; as it is when it is none. */
export function timeText(typed: string): string {
  const text = typed.trim().replace('：', ':')
  const parts = /^(\d{1,2})(?::(\d{1,2}))?$/.exec(text) ?? /^(\d{1,2})(\d{2})$/.exec(text)
  if (!parts) return text
  return `${(parts[1] ?? '').padStart(2, '0')}:${(parts[2] ?? '0').padStart(2, '0')}`
}
