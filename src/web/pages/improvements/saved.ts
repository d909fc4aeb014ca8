import { useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { api } from '../../api.ts'
import { type Saving, useAutosave } from '../../parts/autosave.ts'
import { improvementPath, type View } from './improvements.ts'

/** Fields of an improvement that save themselves while they are written. */
export function useSavedForm<Form extends object>(
  id: string,
  first: Form,
  bodyOf: (form: Form) => object,
): [Form, (change: Partial<Form>) => void, Saving] {
  const queries = useQueryClient()
  const [form, setForm] = useState(first)
  const saving = useAutosave(form, async (value) => {
    const saved = await api.send<View>('PATCH', improvementPath(id), bodyOf(value))
    queries.setQueryData(['improvements', 'one', id], saved)
    void queries.invalidateQueries({ queryKey: ['improvements', 'steps', id] })
    void queries.invalidateQueries({ queryKey: ['improvements', 'board'] })
  })
  return [form, (change) => setForm((old) => ({ ...old, ...change })), saving]
}
