import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useRef } from 'react'
import { api } from '../../api.ts'
import { newKey } from '../../ids.ts'
import type { CaseMessage } from './case-types.ts'

export type Outgoing = {
  text: string
  internal: boolean
  attachments: string[]
  mentions: string[]
  wait: boolean
  /** The newest message to or from the customer that was read here. */
  after: string | null
}

/** Sends a reply or note once: pressing again after a failure is the same message, a changed one is another. */
export function useSending(caseId: string, sent: () => void) {
  const queries = useQueryClient()
  const last = useRef({ written: '', key: '' })
  return useMutation({
    mutationFn: (message: Outgoing) => {
      const written = JSON.stringify(message)
      if (last.current.written !== written) last.current = { written, key: newKey() }
      return api.send<CaseMessage>('POST', `/api/v1/cases/${caseId}/replies`, message, { once: last.current.key })
    },
    onSuccess: () => {
      last.current = { written: '', key: '' }
      sent()
    },
    onSettled: () => queries.invalidateQueries({ queryKey: ['cases'] }),
  })
}
