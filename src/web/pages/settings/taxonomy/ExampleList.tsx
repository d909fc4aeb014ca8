import { Button, CloseButton, SegmentedControl } from '@mantine/core'
import { Link } from '@tanstack/react-router'
import { useState } from 'react'
import { useCategories } from '../../../parts/categories.ts'
import { usePeople } from '../../../parts/people.ts'
import { TimeAgo } from '../../../parts/TimeAgo.tsx'
import { useSaying } from '../../../parts/undo.tsx'
import { useWords } from '../../../words.tsx'
import { Loaded } from '../Loaded.tsx'
import { type Example, useAddExamples, useExamples, useRemoveExample } from './examples.ts'
import css from './learn.module.css'

/** The examples that there are, those that belong and those that do not. */
export function ExampleList({ id, may }: { id: string; may: boolean }) {
  const { t } = useWords()
  const [belongs, setBelongs] = useState(true)
  const found = useExamples(id)
  return (
    <section className={css.part} aria-labelledby="examples">
      <h2 id="examples">{t('examples.list')}</h2>
      <Loaded found={found}>
        {({ items }) => {
          const [yes, no] = [items.filter((one) => one.belongs), items.filter((one) => !one.belongs)]
          const shown = belongs ? yes : no
          return (
            <>
              <div>
                <SegmentedControl
                  size="xs"
                  aria-label={t('examples.list')}
                  value={belongs ? 'yes' : 'no'}
                  onChange={(value) => setBelongs(value === 'yes')}
                  data={[
                    { value: 'yes', label: t('examples.list-yes', { n: yes.length }) },
                    { value: 'no', label: t('examples.list-no', { n: no.length }) },
                  ]}
                />
              </div>
              {shown.length === 0 && (
                <p className={css.quiet}>{t(belongs ? 'examples.list-empty' : 'examples.list-no-empty')}</p>
              )}
              <ul className={css.rows} aria-label={t('examples.list')}>
                {shown.map((example) => (
                  <Row key={example.id} id={id} example={example} may={may} />
                ))}
              </ul>
            </>
          )
        }}
      </Loaded>
    </section>
  )
}

function Row({ id, example, may }: { id: string; example: Example; may: boolean }) {
  const { t } = useWords()
  const people = usePeople()
  const { nameOf } = useCategories()
  const { sayProblem } = useSaying()
  const { text, feedbackId, belongs, categoryId, by, at } = example
  const turn = useAddExamples(categoryId)
  const remove = useRemoveExample(id)
  const name = people.nameOf(by)
  const given = feedbackId === null ? { texts: [text] } : { feedbackIds: [feedbackId] }
  return (
    <li className={css.row}>
      <div className={css.said}>
        <p>{text}</p>
        <p className={css.quiet}>
          {name && `${t('examples.by', { by: name })} `}
          <TimeAgo at={at} />
          {feedbackId !== null && (
            <>
              {' '}
              <Link to="/explorer" search={{ voice: feedbackId }}>
                {t('examples.from-voice')}
              </Link>
            </>
          )}
          {categoryId !== id && ` ${t('examples.from-merged', { name: nameOf(categoryId) })}`}
        </p>
      </div>
      {may && (
        <div className={css.acts}>
          <Button
            variant="subtle"
            size="compact-sm"
            loading={turn.isPending}
            onClick={() => turn.mutate({ belongs: !belongs, ...given }, { onError: sayProblem })}
          >
            {t(belongs ? 'examples.to-no' : 'examples.to-yes')}
          </Button>
          <CloseButton
            aria-label={t('examples.remove')}
            title={t('examples.remove')}
            onClick={() => remove.mutate(example)}
          />
        </div>
      )}
    </li>
  )
}
