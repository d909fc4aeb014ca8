import { Button } from '@mantine/core'
import { useState } from 'react'
import { type Category, useCategories } from '../../../parts/categories.ts'
import { PageBody } from '../../../parts/PageBody.tsx'
import { useCan } from '../../../session.tsx'
import { useWords } from '../../../words.tsx'
import { Loaded } from '../Loaded.tsx'
import { ExampleForm } from './ExampleForm.tsx'
import { ExampleList } from './ExampleList.tsx'
import { type Learned, type Made, useLearned } from './examples.ts'
import { LearnedPart } from './LearnedPart.tsx'
import css from './learn.module.css'
import { PreviewPart } from './PreviewPart.tsx'

/** A category taught by examples: what customers said, how well it is learned, which voices it would find. */
export function LearnView({ category, close }: { category: Category; close: () => void }) {
  const { t } = useWords()
  const { nameOf } = useCategories()
  const may = useCan()('taxonomy:change')
  const found = useLearned(category.id)
  return (
    <PageBody>
      <div className={css.view}>
        <div>
          <Button variant="default" size="xs" onClick={close}>
            {t('examples.back')}
          </Button>
        </div>
        {!may && <p className={css.quiet}>{t('examples.read-only')}</p>}
        {may && <ExampleForm id={category.id} />}
        <Loaded found={found}>
          {(learned) => (
            <>
              <LearnedPart id={category.id} name={nameOf(category.id)} learned={learned} may={may} />
              {learned.made && <Preview id={category.id} made={learned.made} state={learned.state} may={may} />}
            </>
          )}
        </Loaded>
        <ExampleList id={category.id} may={may} />
      </div>
    </PageBody>
  )
}

type Props = { id: string; made: Made; state: Learned['state']; may: boolean }

/** Stays with the voices that are being answered: what is learned meanwhile must not move them under the finger. */
function Preview({ id, made, state, may }: Props) {
  const { t } = useWords()
  const [held, setHeld] = useState<Made | null>(null)
  const isOlder = held !== null && held.number !== made.number
  const shown = isOlder ? held : made
  return (
    <section className={css.part} aria-labelledby="preview">
      <h2 id="preview">{t('examples.preview')}</h2>
      <p className={css.quiet} role="status">
        {held !== null && state === 'fitting' && t('examples.relearning')}
        {isOlder && state !== 'fitting' && (
          <>
            {t('examples.newer')}{' '}
            <Button size="compact-sm" variant="light" onClick={() => setHeld(null)}>
              {t('examples.newer-show')}
            </Button>
          </>
        )}
      </p>
      <PreviewPart key={shown.number} id={id} made={shown} may={may} answered={() => setHeld(shown)} />
    </section>
  )
}
