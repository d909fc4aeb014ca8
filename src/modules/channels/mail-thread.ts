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

const QUOTE_STARTS: readonly RegExp[] = [
  /^-{2,}\s*(original message|原始邮件|原始郵件|原邮件|forwarded message|回复的原邮件)\s*-{2,}/i,
  /^在\s?.{4,80}(写道|寫道)\s?[:：]\s*$/,
  /^于\s?.{4,80}(写道|寫道)\s?[:：]\s*$/,
  /^on .{6,120} wrote:\s*$/i,
  /^(发件人|寄件者|from)\s?[:：].{0,200}$/i,
  /^_{10,}\s*$/,
]

/**
 * What the sender wrote now: without what was quoted below and without the signature.
 *
 * Keeps the whole text when nothing else would be left, so that no voice is lost to a wrong guess.
 */
export function freshText(text: string): string {
  const lines = text.replace(/\r\n?/g, '\n').split('\n')
  const end = lines.findIndex((line, i) => i > 0 && QUOTE_STARTS.some((start) => start.test(line.trim().slice(0, 250))))
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
