import { Skeleton } from '@mantine/core'
import { useWords } from '../words.tsx'

/** The outline of a page while its script is on the way. */
export function Waiting() {
  const { t } = useWords()
  return (
    <div style={{ padding: 24 }} aria-busy="true">
      <span className="hx-heard" role="status">
        {t('parts.loading')}
      </span>
      <Skeleton height={28} width={180} mb={24} />
      <Skeleton height={14} mb={14} />
      <Skeleton height={14} width="80%" mb={14} />
      <Skeleton height={14} width="60%" />
    </div>
  )
}
