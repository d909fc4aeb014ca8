/** What this device keeps of an answer that is not yet sent. */
export type Kept = {
  version: string
  submission: string
  shown: string
  fields: [string, string][]
  at: number
  /** It was on its way when the page was left. */
  pending: boolean
}

const nameOf = (slug: string) => `hx.survey.${slug}`

/** Null when there is nothing, or the browser keeps nothing (private windows, previews). */
export function kept(slug: string): Kept | null {
  try {
    const text = localStorage.getItem(nameOf(slug))
    return text === null ? null : (JSON.parse(text) as Kept)
  } catch {
    return null
  }
}

/** Keeps it, or with null forgets it. Without storage the page goes on; it then only cannot be resumed. */
export function keep(slug: string, state: Kept | null): void {
  try {
    if (state === null) localStorage.removeItem(nameOf(slug))
    else localStorage.setItem(nameOf(slug), JSON.stringify(state))
  } catch {
    return
  }
}
