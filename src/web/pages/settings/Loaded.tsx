import { Skeleton } from '@mantine/core'
import type { UseQueryResult } from '@tanstack/react-query'
import type { ReactNode } from 'react'
import { ErrorState } from '../../parts/ErrorState.tsx'
import { useWords } from '../../words.tsx'

/** What was asked for, once it is there. */
export function Loaded<T>({ found, children }: { found: UseQueryResult<T>; children: (data: T) => ReactNode }) {
  const { t } = useWords()
  if (found.isError) return <ErrorState problem={found.error} retry={() => void found.refetch()} />
  if (found.isPending) return <Skeleton height={120} aria-label={t('parts.loading')} />
  return <>{children(found.data)}</>
}
