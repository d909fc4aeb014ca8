import { useQuery } from '@tanstack/react-query'
import type { z } from 'zod'
import type { ThemeView } from '../../shared/contracts/themes.ts'
import { api } from '../api.ts'

/** What a theme is called; null while it is asked for or when there is none. */
export function useThemeTitle(id: string | undefined): string | null {
  const found = useQuery({
    queryKey: ['themes', 'title', id],
    enabled: id !== undefined,
    queryFn: ({ signal }) =>
      api.get<z.input<typeof ThemeView>>(`/api/v1/themes/${id}`, {}, signal).then(({ title }) => title),
  })
  return found.data ?? null
}
