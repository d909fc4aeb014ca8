/** A conversation as a model outside is given it: what each said, fenced, so that it stands apart from what we ask. */

export type Turn = { who: 'customer' | 'us'; text: string }

const LONGEST_TURN = 3_000
const LONGEST = 12_000

const LABEL: Readonly<Record<Turn['who'], string>> = { customer: 'customer', us: 'us' }

/**
 * What people wrote, between fences that carry `mark`. Nobody who wrote could know it, and it is taken out of what they
 * wrote, so that no words of theirs end a fence. The newest turns are kept where there are too many.
 *
 * @param mark letters and digits made by chance for this one call
 */
export function transcript(turns: readonly Turn[], mark: string): string {
  const blocks: string[] = []
  let length = 0
  for (const { who, text } of turns.toReversed()) {
    const said = fenced(LABEL[who], text, mark)
    if (blocks.length > 0 && length + said.length > LONGEST) break
    blocks.push(said)
    length += said.length
  }
  return blocks.reverse().join('\n')
}

/** One text of somebody's between fences. */
export function fenced(label: string, text: string, mark: string): string {
  const cut = text.length > LONGEST_TURN ? `${text.slice(0, LONGEST_TURN).toWellFormed()}…` : text
  return `<<<${label} ${mark}\n${withoutMark(cut, mark)}\n${label} ${mark}>>>`
}

/** Taking it out once may put it together anew out of its parts. */
function withoutMark(text: string, mark: string): string {
  let rest = text
  while (rest.includes(mark)) rest = rest.replaceAll(mark, '')
  return rest
}
