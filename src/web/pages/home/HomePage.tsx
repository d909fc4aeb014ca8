import { IconHome } from '@tabler/icons-react'
import { EmptyState } from '../../parts/EmptyState.tsx'
import { PageHeader } from '../../parts/PageHeader.tsx'
import { useWords } from '../../words.tsx'

/** The first page: until a voice has come in, what to do for one to come. */
export function HomePage() {
  const { t } = useWords()
  return (
    <>
      <PageHeader title={t('nav.home')} />
      <EmptyState icon={<IconHome size={28} stroke={1.5} />} said={t('shell.home-empty')} next={t('shell.home-next')} />
    </>
  )
}
