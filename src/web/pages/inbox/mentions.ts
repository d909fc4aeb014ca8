type Named = { id: string; name: string }

/** Whom a note mentions: everyone whose `@name` stands in it. Of two names that begin alike, the longer is meant. */
export function mentionsIn(text: string, people: readonly Named[]): string[] {
  const longestFirst = [...people].sort((a, b) => b.name.length - a.name.length)
  const found: string[] = []
  let rest = text
  for (const { id, name } of longestFirst) {
    if (name === '' || !rest.includes(`@${name}`)) continue
    found.push(id)
    rest = rest.replaceAll(`@${name}`, ' ')
  }
  return found
}

/** The name being written after `@` just before the caret: `{ from, written }`; null when none is. */
export function mentionAt(text: string, caret: number): { from: number; written: string } | null {
  const before = text.slice(0, caret)
  const from = before.lastIndexOf('@')
  if (from < 0) return null
  const written = before.slice(from + 1)
  // An e-mail address is not a mention, and a name has no line break.
  if (written.length > 30 || /[\n@]/.test(written) || /[\w.+-]$/.test(before.slice(0, from))) return null
  return { from, written }
}

/** People whose name holds what was written, those that begin with it first. */
export function mentioned<P extends Named>(people: readonly P[], written: string, most: number): P[] {
  const wanted = written.trim().toLowerCase()
  const at = ({ name }: Named) => name.toLowerCase().indexOf(wanted)
  return people
    .filter((person) => at(person) >= 0)
    .sort((a, b) => at(a) - at(b) || a.name.localeCompare(b.name))
    .slice(0, most)
}
