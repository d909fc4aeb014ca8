import { useState } from 'react'
import { readStored, writeStored } from '../stored.ts'

/**
 * Text that is being written and must not be lost: kept in this browser under `name` until it is sent.
 * `const [text, setText, forget] = useDraft(`reply.${caseId}`)`; the texts of several names do not mix.
 */
export function useDraft(name: string): [text: string, setText: (text: string) => void, forget: () => void] {
  const [draft, setDraft] = useState({ name, text: readStored(`draft.${name}`) ?? '' })
  const current = draft.name === name ? draft : { name, text: readStored(`draft.${name}`) ?? '' }
  const set = (text: string) => {
    writeStored(`draft.${name}`, text === '' ? null : text)
    setDraft({ name, text })
  }
  return [current.text, set, () => set('')]
}
