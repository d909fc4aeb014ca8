import { PageBody } from '../../../parts/PageBody.tsx'
import { useCan } from '../../../session.tsx'
import { useWords } from '../../../words.tsx'
import { Loaded } from '../Loaded.tsx'
import { SettingsFrame } from '../SettingsFrame.tsx'
import { Accuracy } from './Accuracy.tsx'
import { AgreementPart } from './AgreementPart.tsx'
import { LivePart } from './LivePart.tsx'
import css from './learning.module.css'
import { useLearning } from './learning.ts'
import { OwnWords } from './OwnWords.tsx'
import { VersionsPart } from './VersionsPart.tsx'

/** What the engine has learned from this workspace, whether it is any good, and the way back. */
export function LearningPage() {
  const { t } = useWords()
  const learning = useLearning()
  const may = useCan()('taxonomy:change')
  return (
    <SettingsFrame title={t('settings.learning')} about={t('learning.about')}>
      <PageBody>
        <Loaded found={learning}>
          {(data) => (
            <div className={css.page}>
              {!may && <p className={css.quiet}>{t('learning.read-only')}</p>}
              <LivePart learning={data} />
              <Accuracy learning={data} />
              <AgreementPart learning={data} />
              <VersionsPart learning={data} />
              <OwnWords />
            </div>
          )}
        </Loaded>
      </PageBody>
    </SettingsFrame>
  )
}
