import { useMutation, useQueryClient } from '@tanstack/react-query'
import type { z } from 'zod'
import type { PatchCategory } from '../../../../shared/contracts/taxonomy.ts'
import { api } from '../../../api.ts'
import { type Category, useCategories } from '../../../parts/categories.ts'
import { useSaying } from '../../../parts/undo.tsx'
import { useWords } from '../../../words.tsx'

type Patch = z.input<typeof PatchCategory>

export const categoryPath = (id: string) => `/api/v1/categories/${id}`

/** Asks again for the tree and everything named by it. */
export function useRefreshTree() {
  const queries = useQueryClient()
  return () => queries.invalidateQueries({ queryKey: ['categories'] })
}

/** Changes one category; what is left out stays. */
export function useChange(id: string): (patch: Patch) => Promise<Category> {
  const refresh = useRefreshTree()
  return async (patch) => {
    const changed = await api.send<Category>('PATCH', categoryPath(id), patch)
    await refresh()
    return changed
  }
}

/** Hangs a category elsewhere, or lets it change places with a sibling. */
export function usePlace(category: Category) {
  const { t } = useWords()
  const { nameOf } = useCategories()
  const refresh = useRefreshTree()
  const { offerUndo, sayProblem } = useSaying()
  const patch = (id: string, body: Patch) => api.send('PATCH', categoryPath(id), body)
  const move = useMutation({
    mutationFn: (parent: string | null) => patch(category.id, { parent }),
    async onSuccess() {
      await refresh()
      offerUndo({
        said: t('taxonomy.moved', { name: nameOf(category.id) }),
        undo: () => patch(category.id, { parent: category.parent }),
        undone: () => void refresh(),
      })
    },
    onError: sayProblem,
  })
  const swap = useMutation({
    async mutationFn(other: Category) {
      // Two with the same position part: the one that moves goes one further than the other.
      const apart = category.position === other.position ? other.position + 1 : other.position
      await patch(category.id, { position: apart })
      await patch(other.id, { position: category.position })
    },
    onSuccess: refresh,
    onError: sayProblem,
  })
  return { move: move.mutate, swap: swap.mutate, busy: move.isPending || swap.isPending }
}
