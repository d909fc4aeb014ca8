/** One line of time out of several lists, newest first. */

type At = { at: string }
export type Entry<Voice, Case, Contact> =
  | ({ kind: 'voice'; of: Voice } & At)
  | ({ kind: 'case'; of: Case } & At)
  | ({ kind: 'contact'; of: Contact } & At)

type Lists<Voice, Case, Contact> = {
  voices: readonly Voice[]
  /** There are older voices that are not loaded yet. */
  more: boolean
  cases: readonly Case[]
  contacts: readonly Contact[]
}

/**
 * While older voices are still to come, nothing older than the last one is shown: a gap must not look like silence.
 */
export function timelineOf<
  Voice extends { occurredAt: string },
  Case extends { openedAt: string },
  Contact extends { at: string },
>({ voices, more, cases, contacts }: Lists<Voice, Case, Contact>): Entry<Voice, Case, Contact>[] {
  const all: Entry<Voice, Case, Contact>[] = [
    ...voices.map((of) => ({ kind: 'voice' as const, at: of.occurredAt, of })),
    ...cases.map((of) => ({ kind: 'case' as const, at: of.openedAt, of })),
    ...contacts.map((of) => ({ kind: 'contact' as const, at: of.at, of })),
  ]
  const oldest = more ? (voices.at(-1)?.occurredAt ?? '') : ''
  return all
    .filter(({ at }) => Date.parse(at) >= (oldest === '' ? Number.NEGATIVE_INFINITY : Date.parse(oldest)))
    .sort((a, b) => Date.parse(b.at) - Date.parse(a.at))
}
