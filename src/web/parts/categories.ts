import { useQuery } from '@tanstack/react-query'
import { useMemo } from 'react'
import type { z } from 'zod'
import type { CategoryTree } from '../../shared/contracts/taxonomy.ts'
import { api } from '../api.ts'
import { useWords } from '../words.tsx'

export type Category = z.input<typeof CategoryTree>['items'][number]
type Names = Readonly<Record<string, string | undefined>>

/** The name in the reader's language; another where that one is missing. */
export const nameIn = (names: Names, locale: string): string =>
  names[locale] ?? names['zh-CN'] ?? Object.values(names).find((name) => name !== undefined) ?? ''

const FRESH = 5 * 60_000

/**
 * The workspace's categories: `const { nameOf, pathOf, items } = useCategories()`.
 * Of an id that is not (yet) known, the name is empty.
 */
export function useCategories() {
  const { locale } = useWords()
  const found = useQuery({
    queryKey: ['categories'],
    queryFn: ({ signal }) => api.get<z.input<typeof CategoryTree>>('/api/v1/categories', {}, signal),
    staleTime: FRESH,
  })
  return useMemo(() => {
    const items = found.data?.items ?? []
    const byId = new Map(items.map((category) => [category.id, category]))
    const nameOf = (id: string) => nameIn(byId.get(id)?.names ?? {}, locale)
    const pathOf = (id: string): string => {
      const parent = byId.get(id)?.parent
      return parent ? `${pathOf(parent)} / ${nameOf(id)}` : nameOf(id)
    }
    return { items, byId, nameOf, pathOf, query: found }
  }, [found, locale])
}
