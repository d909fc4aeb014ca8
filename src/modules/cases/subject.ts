/** A stretch of the text that must not be shown, in UTF-16 code units. */
export type Hidden = { start: number; end: number }

const LONGEST = 60
const MASK = '＊＊＊'
/** What ends the first clause; a dot only before a space, so that 3.5 and a.b stay whole. */
const END = /[,，。!！?？;；\n~…]|\.(?=\s|$)/
/** How people begin before they say what it is about. */
const GREETING =
  /^(?:(?:尊敬|亲爱|敬爱|親愛)的.{0,20}|.{0,12}(?:你们?好|您好|妳好|大家好|早上好|上午好|下午好|晚上好|早安|午安|晚安)[呀啊]?|在[吗么嗎]|打扰[了一下]*|打擾[了一下]*|请问|請問|(?:hi|hello|hey|dear|good (?:morning|afternoon|evening)|to whom)\b.{0,40})$/iu
/** Who speaks or where it was written down, before what was said: 【通话记录】客户：… */
const LABEL = /^\s*(?:【[^】]{1,12}】|\[[^\]]{1,12}\])?\s*(?:[^\s：，。]{1,8}：|[\p{L} ]{1,20}: )?\s*/u
/** So much must be left for what stands before it to be a label. */
const LEAST_SAID = 4
/** What is shorter says too little alone: 差评，地图三天两头丢失 */
const LEAST_ALONE = 5
/** Where nothing was looked at yet: addresses of mail, and runs of digits as long as a phone number. */
const LOOKS_PERSONAL = /[\w.+-]{1,64}@[\w-]{1,63}(?:\.[\w-]{1,63}){1,4}|\+?\d(?:[ -]?\d){6,20}/g

/** The text with the given stretches, and whatever looks like an address or a phone number, masked. */
export function masked(text: string, hidden: readonly Hidden[]): string {
  let out = ''
  let from = 0
  for (const { start, end } of [...hidden].sort((a, b) => a.start - b.start)) {
    if (start < from || end <= start) continue
    out += text.slice(from, start) + MASK
    from = end
  }
  return (out + text.slice(from)).replace(LOOKS_PERSONAL, MASK)
}

const saysSomething = (clause: string): boolean =>
  [...clause].length >= 2 && !GREETING.test(clause) && !/[:：]$/.test(clause)

function withoutLabel(text: string): string {
  const said = text.replace(LABEL, '')
  return said.length >= LEAST_SAID ? said : text
}

/**
 * What a case is called: the first clause of the first voice that says something, without greeting and without the name
 * of who speaks, personal data masked, at most 60 characters. A few characters take the next clause with them; a voice
 * that only greets is called by its greeting; without any text, `otherwise`.
 */
export function subjectOf(text: string, hidden: readonly Hidden[], otherwise: string): string {
  const clauses = withoutLabel(masked(text.slice(0, 2000), hidden))
    .split(END)
    .map((part) => part.replace(/\s+/g, ' ').trim())
    .filter((part) => [...part].length >= 2)
  const first = Math.max(0, clauses.findIndex(saysSomething))
  const [clause, next] = clauses.slice(first)
  if (clause === undefined) return otherwise
  const short = [...clause].length < LEAST_ALONE
  const said = short && next !== undefined ? `${clause}${/[a-z]$/i.test(clause) ? ', ' : '，'}${next}` : clause
  const characters = [...said]
  return characters.length <= LONGEST ? said : `${characters.slice(0, LONGEST - 1).join('')}…`
}
