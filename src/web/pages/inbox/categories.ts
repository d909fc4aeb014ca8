import { useQuery } from '@tanstack/react-query'
import type { z } from 'zod'
import type { CategoryTree } from '../../../shared/contracts/taxonomy.ts'
import { api } from '../../api.ts'
import { useWords } from '../../words.tsx'

type Tree = z.input<typeof CategoryTree>
type Names = Readonly<Record<string, string | undefined>>

/** A name in the reader's language, else in one there is. */
export function useNameOf(): (names: Names, key: string) => string {
  const { locale } = useWords()
  return (names, key) => names[locale] ?? names['zh-CN'] ?? names['zh-TW'] ?? names.en ?? key
}

export type CategoryChoice = { value: string; key: string; label: string }

/** The categories in use, each with the names above it: "服务 / 态度". */
export function useCategories(wanted = true): readonly CategoryChoice[] {
  const nameOf = useNameOf()
  const found = useQuery({
    queryKey: ['categories'],
    queryFn: ({ signal }) => api.get<Tree>('/api/v1/categories', {}, signal),
    staleTime: 60_000,
    enabled: wanted,
  })
  const items = (found.data?.items ?? []).filter(({ retiredAt }) => retiredAt === null)
  const pathOf = (id: string | null): string[] => {
    const item = items.find((each) => each.id === id)
    return item ? [...pathOf(item.parent), nameOf(item.names, item.key)] : []
  }
  return items.map(({ id, key }) => ({ value: id, key, label: pathOf(id).join(' / ') }))
}
