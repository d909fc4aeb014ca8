/** Which conversation a mail belongs to, and what in it is new. */

/** Message-IDs a mail answers, the nearest first. */
export function answered(mail: { inReplyTo: string | null; references: readonly string[] }): string[] {
  const near = (mail.inReplyTo ?? '').match(/<[^<>\s]{1,300}>/g) ?? []
  return [...new Set([...near, ...mail.references.toReversed()])].slice(0, 40)
}

const PREFIX = /^\s*(re|fw|fwd|aw|sv|回复|答复|回覆|轉寄|转发|自动回复)\s*[:：]\s*/i

/** A subject without its Re: and 回复：, for comparing. */
export function plainSubject(subject: string): string {
  let rest = subject.slice(0, 500)
  for (let i = 0; i < 10 && PREFIX.test(rest); i++) rest = rest.replace(PREFIX, '')
  return rest.trim()
}

/** How programs for mail begin what they quote; the newer QQ Mail and the phones put the name before the date. */
const QUOTE_STARTS: readonly RegExp[] = [
  /^-{2,}\s*(original( message)?|原始邮件|原始郵件|原邮件|forwarded message|回复的原邮件)\s*-{2,}/i,
  /^(原始邮件|原始郵件)$/,
  /^(在|于|於)\s?.{4,160}(写道|寫道)\s?[:：]\s*$/,
  /^.{0,80}<[^<>]{3,170}>\s?(于|於)\s?.{4,80}(写道|寫道)\s?[:：]\s*$/,
  /^\d{4}\s?年.{4,160}<[^<>]{3,170}>\s?(写道|寫道)\s?[:：]\s*$/,
  /^(on|at) .{6,160} wrote:\s*$/i,
  /^(发件人|寄件者|寄件人|from)\s?[:：].{0,200}$/i,
  /^(_{10,}|-{80,})\s*$/,
]

const isStart = (line: string): boolean => QUOTE_STARTS.some((start) => start.test(line.trim().slice(0, 250)))

/** A long address breaks the line that begins a quote in two. What stands before one that is whole is the sender's. */
const beginsQuote = (line: string, next: string): boolean =>
  isStart(line) || (/\d/.test(line) && !isStart(next) && isStart(`${line.trim()} ${next}`))

/**
 * What the sender wrote now: without what was quoted below and without the signature.
 *
 * Keeps the whole text when nothing else would be left, so that no voice is lost to a wrong guess.
 */
export function freshText(text: string): string {
  // QQ Mail writes `&nbsp;` into its plain text.
  const lines = text.replace(/\r\n?/g, '\n').replaceAll('&nbsp;', ' ').split('\n')
  const end = lines.findIndex((line, i) => i > 0 && beginsQuote(line, lines[i + 1] ?? ''))
  const own = (end < 0 ? lines : lines.slice(0, end)).filter((line) => !line.startsWith('>'))
  const signature = own.indexOf('-- ')
  const fresh = (signature > 0 ? own.slice(0, signature) : own)
    .join('\n')
    .replace(/\n{3,}/g, '\n\n')
    .trim()
  return fresh === '' ? text.trim() : fresh
}

const MOST = 20

/** The References of an answer: the first and the newest, and the mail it answers. @source RFC 5322, section 3.6.4 */
export function referencesOf(thread: readonly string[]): string {
  const all = [...new Set(thread)]
  const kept = all.length <= MOST ? all : [...all.slice(0, 1), ...all.slice(-(MOST - 1))]
  return kept.join(' ')
}
