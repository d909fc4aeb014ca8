import { Skeleton } from '@mantine/core'
import { IconArrowLeft } from '@tabler/icons-react'
import { Link } from '@tanstack/react-router'
import { useState } from 'react'
import { useLive } from '../../live.ts'
import { ErrorState } from '../../parts/ErrorState.tsx'
import { PageBody } from '../../parts/PageBody.tsx'
import { PageHeader } from '../../parts/PageHeader.tsx'
import { StageBadge } from '../../parts/StageBadge.tsx'
import { usePathParams } from '../../where.ts'
import { useWords } from '../../words.tsx'
import { Facts } from './Facts.tsx'
import { History } from './History.tsx'
import css from './improvements.module.css'
import { type Stage, useImprovement, type View } from './improvements.ts'
import { MoveMenu } from './MoveMenu.tsx'
import { MovePanel } from './MovePanel.tsx'
import { NoticesPart } from './NoticesPart.tsx'
import { PriorityPart } from './PriorityPart.tsx'
import { VerificationPart } from './VerificationPart.tsx'
import { VoicesPart } from './VoicesPart.tsx'
import { Written } from './Written.tsx'

/** One improvement: what is wrong and why, who said it, how it will be checked, what came of it, who was told. */
export function ImprovementPage() {
  const { t } = useWords()
  const { id = '' } = usePathParams()
  const improvement = useImprovement(id)
  useLive(['improvements'], ['improvement', 'notice'])
  if (improvement.isError && !improvement.data) {
    return (
      <>
        <PageHeader title={t('improvements.title')} />
        <ErrorState problem={improvement.error} retry={() => void improvement.refetch()} />
      </>
    )
  }
  if (!improvement.data) {
    return (
      <PageBody>
        <Skeleton height={24} width={260} mt={20} mb={16} />
        <Skeleton height={300} />
      </PageBody>
    )
  }
  return <Known key={id} view={improvement.data} />
}

function Known({ view }: { view: View }) {
  const { t } = useWords()
  const [moving, setMoving] = useState<Stage | null>(null)
  return (
    <>
      <PageHeader
        title={view.title}
        about={
          <span className={css.under}>
            <Link to="/improvements" className={css.back}>
              <IconArrowLeft size={14} stroke={1.75} aria-hidden="true" />
              {t('improvements.back')}
            </Link>
            <span>#{view.number}</span>
            <StageBadge of="improvement" stage={view.stage} />
          </span>
        }
        acts={<MoveMenu item={view} ask={(_, to) => setMoving(to)} primary />}
      />
      <PageBody>
        <div className={css.page}>
          <div className={css.column}>
            <Written view={view} />
            <VerificationPart view={view} />
            <VoicesPart view={view} />
            {/* Anew when it ships: its text may have been changed on the way. */}
            <NoticesPart key={view.stage} view={view} />
          </div>
          <div className={css.column}>
            <Facts view={view} />
            <PriorityPart view={view} />
            <History id={view.id} />
          </div>
        </div>
      </PageBody>
      {moving && <MovePanel item={view} to={moving} close={() => setMoving(null)} />}
    </>
  )
}
