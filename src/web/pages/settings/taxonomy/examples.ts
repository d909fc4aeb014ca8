import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import type { z } from 'zod'
import type {
  CategoryLearned,
  ExampleList,
  ExamplesAdded,
  NewExamples,
} from '../../../../shared/contracts/category-examples.ts'
import { SECOND } from '../../../../shared/time/instant.ts'
import { api } from '../../../api.ts'
import { useSaying } from '../../../parts/undo.tsx'
import { useWords } from '../../../words.tsx'
import { categoryPath } from './changing.ts'

export type Learned = z.input<typeof CategoryLearned>
export type Made = NonNullable<Learned['made']>
export type PreviewVoice = Made['would'][number]
export type Example = z.input<typeof ExampleList>['items'][number]
export type Added = z.input<typeof ExamplesAdded>
type New = z.input<typeof NewExamples>

const SOON = 2 * SECOND

const examplesPath = (id: string) => `${categoryPath(id)}/examples`
const learnedKey = (id: string) => ['categories', 'learned', id]
const examplesKey = (id: string) => ['categories', 'examples', id]

/** What was learned of a category; asked again while it is being learned, for then it changes by itself. */
export const useLearned = (id: string) =>
  useQuery({
    queryKey: learnedKey(id),
    queryFn: ({ signal }) => api.get<Learned>(`${categoryPath(id)}/learned`, {}, signal),
    refetchInterval: ({ state }) => (state.data?.state === 'fitting' ? SOON : false),
  })

export const useExamples = (id: string) =>
  useQuery({
    queryKey: examplesKey(id),
    queryFn: ({ signal }) => api.get<z.input<typeof ExampleList>>(examplesPath(id), {}, signal),
  })

/** Asks again for the examples and what was learned of them. */
function useRefresh(id: string): () => Promise<unknown> {
  const queries = useQueryClient()
  return () =>
    Promise.all([
      queries.invalidateQueries({ queryKey: examplesKey(id) }),
      queries.invalidateQueries({ queryKey: learnedKey(id) }),
    ])
}

export const sendExamples = (id: string, given: New) => api.send<Added>('POST', examplesPath(id), given)

/** Adds texts or voices as examples or counter-examples; what is there as the contrary is turned. */
export function useAddExamples(id: string) {
  const refresh = useRefresh(id)
  return useMutation({ mutationFn: (given: New) => sendExamples(id, given), onSuccess: refresh })
}

/** Takes one example away and offers to put it back. */
export function useRemoveExample(id: string) {
  const { t } = useWords()
  const refresh = useRefresh(id)
  const { offerUndo, sayProblem } = useSaying()
  return useMutation({
    mutationFn: (example: Example) => api.send('DELETE', `${examplesPath(example.categoryId)}/${example.id}`),
    async onSuccess(_done, { belongs, text, feedbackId, categoryId }) {
      await refresh()
      const given = feedbackId === null ? { belongs, texts: [text] } : { belongs, feedbackIds: [feedbackId] }
      offerUndo({
        said: t('examples.removed'),
        undo: () => sendExamples(categoryId, given),
        undone: () => void refresh(),
      })
    },
    onError: sayProblem,
  })
}

/** Reads new voices with what was learned, or no longer; says so, and offers the way back where there is one. */
export function useUse(id: string, name: string) {
  const { t } = useWords()
  const queries = useQueryClient()
  const { say, offerUndo, sayProblem } = useSaying()
  const path = `${categoryPath(id)}/learned/use`
  const keep = (learned: Learned) => {
    queries.setQueryData<Learned>(learnedKey(id), learned)
    void queries.invalidateQueries({ queryKey: ['understanding', 'progress'] })
  }
  const start = useMutation({
    mutationFn: (again: boolean) => api.send<Learned>('PUT', path, { again }),
    onSuccess(learned) {
      keep(learned)
      say(t('examples.used', { name }))
    },
    onError: sayProblem,
  })
  const stop = useMutation({
    mutationFn: () => api.send<Learned>('DELETE', path),
    onSuccess(learned) {
      keep(learned)
      offerUndo({
        said: t('examples.stopped', { name }),
        undo: () => api.send<Learned>('PUT', path, { again: false }).then(keep),
      })
    },
    onError: sayProblem,
  })
  return { start, stop }
}
