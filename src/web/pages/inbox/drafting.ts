import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useRef } from 'react'
import type { z } from 'zod'
import type { OutsideText } from '../../../shared/contracts/outside-model.ts'
import { api } from '../../api.ts'
import { useDraft } from '../../parts/draft.ts'

type Written = z.input<typeof OutsideText>
type Place = { caseId: string; text: string; setText: (text: string) => void; written: () => void }

/** Stands before the text that was there, so that none is told from an empty one. */
const KEPT = '='

/**
 * A draft by the model outside, put behind what is written. That it is a machine's stays marked until it is sent or taken
 * back, also over a reload, together with the text that was there before.
 */
export function useDrafting({ caseId, text, setText, written }: Place) {
  const queries = useQueryClient()
  const [kept, setKept, forget] = useDraft(`case.${caseId}.before-draft`)
  // Asking takes seconds, in which somebody may write on.
  const latest = useRef(text)
  latest.current = text
  const asking = useMutation({
    mutationFn: () => api.send<Written>('POST', `/api/v1/cases/${caseId}/draft`),
    onSuccess: (draft) => {
      const before = latest.current
      setKept(kept.startsWith(KEPT) ? kept : KEPT + before)
      setText(before.trim() === '' ? draft.text : `${before.trimEnd()}\n\n${draft.text}`)
      written()
    },
    // It may have been found to be away.
    onError: () => queries.invalidateQueries({ queryKey: ['outside-model'] }),
  })
  return {
    marked: kept.startsWith(KEPT),
    asking,
    undo: () => {
      setText(kept.slice(KEPT.length))
      forget()
      written()
    },
    forget: () => {
      forget()
      asking.reset()
    },
  }
}

export type Drafting = ReturnType<typeof useDrafting>
