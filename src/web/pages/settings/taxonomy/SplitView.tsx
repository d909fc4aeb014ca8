import { Button, CloseButton, Radio, TagsInput, TextInput } from '@mantine/core'
import { useState } from 'react'
import { newKey } from '../../../ids.ts'
import { type Category, nameIn, useCategories } from '../../../parts/categories.ts'
import { FormProblem, RestOfProblem } from '../../../parts/fields.tsx'
import { PageBody } from '../../../parts/PageBody.tsx'
import { useSaying } from '../../../parts/undo.tsx'
import { useWords } from '../../../words.tsx'
import { useRefreshTree } from './changing.ts'
import { Placing } from './Placing.tsx'
import { asProposed, filedOf, type PlacedVoice } from './placing.ts'
import css from './split.module.css'
import {
  isNamed,
  LEAST_PARTS,
  MOST_PARTS,
  type PartForm,
  type Proposal,
  partOf,
  useProposal,
  useSplit,
  useSplitUndo,
  wantedOf,
  wordsOf,
} from './splitting.ts'
import { hasChildren, placesFor } from './tree.ts'

type Place = 'below' | 'instead'
type Props = { category: Category; close: () => void; done: (id: string) => void }

const emptyPart = (): PartForm => ({ key: newKey(), name: '', words: [], example: '' })

/** A category becomes several: name the parts or have them proposed, see what goes where, move single voices. */
export function SplitView({ category, close, done }: Props) {
  const { t, locale } = useWords()
  const { items } = useCategories()
  const refresh = useRefreshTree()
  const { offerUndo } = useSaying()
  const undo = useSplitUndo(category.id)
  const [parts, setParts] = useState<PartForm[]>(() => [emptyPart(), emptyPart()])
  const [voices, setVoices] = useState<PlacedVoice[] | null>(null)
  /** Why nothing was proposed. */
  const [why, setWhy] = useState<Proposal['why']>(null)
  const canBelow = placesFor(items, null).some((place) => place.category.id === category.id)
  const canInstead = !hasChildren(items, category.id)
  const [place, setPlace] = useState<Place>(canBelow ? 'below' : 'instead')
  const propose = useProposal(category.id)
  const split = useSplit(category.id)

  const take = (proposal: Proposal) => {
    setWhy(proposal.why)
    if (proposal.parts.length < LEAST_PARTS) return
    const named = parts.filter(isNamed)
    const from = (part: Proposal['parts'][number], at: number): PartForm => ({
      key: named[at]?.key ?? newKey(),
      name: nameIn(part.names, locale),
      words: named[at] ? wordsOf(named[at]) : part.words,
      example: part.example,
    })
    setParts(proposal.parts.map(from))
    setVoices(asProposed(proposal.voices))
  }
  const apply = () =>
    split.mutate(
      { parts: parts.map((part) => partOf(part, locale)), place, voices: filedOf(voices ?? []) },
      {
        async onSuccess({ parts: made, filed }) {
          await refresh()
          offerUndo({ said: t('taxonomy.split-done', { n: made.length, filed }), undo })
          done(place === 'below' ? category.id : (made[0]?.id ?? category.id))
        },
      },
    )
  const named = parts.filter(isNamed).length
  const filed = filedOf(voices ?? []).length
  return (
    <PageBody>
      <div className={css.view}>
        <section className={css.part} aria-labelledby="parts">
          <h2 id="parts">{t('taxonomy.split-parts')}</h2>
          <p className={css.quiet}>{t('taxonomy.split-parts-about')}</p>
          <ol className={css.forms}>
            {parts.map((part, at) => (
              <PartFields
                key={part.key}
                part={part}
                number={at + 1}
                change={(next) => setParts(parts.map((one) => (one.key === part.key ? next : one)))}
                // Voices are placed by the number of the part: none may go once they are.
                remove={
                  voices === null && parts.length > LEAST_PARTS
                    ? () => setParts(parts.filter((one) => one.key !== part.key))
                    : null
                }
              />
            ))}
          </ol>
          <div className={css.acts}>
            {voices === null && parts.length < MOST_PARTS && (
              <Button variant="default" onClick={() => setParts([...parts, emptyPart()])}>
                {t('taxonomy.split-add')}
              </Button>
            )}
            <Button
              variant={voices === null ? 'filled' : 'default'}
              loading={propose.isPending}
              disabled={named === 1}
              onClick={() => propose.mutate(wantedOf(parts, locale), { onSuccess: take })}
            >
              {named === 0 ? t('taxonomy.split-propose') : t('taxonomy.split-sort')}
            </Button>
            <Button variant="subtle" color="gray" onClick={close}>
              {t('settings.cancel')}
            </Button>
          </div>
          {named === 1 && <p className={css.quiet}>{t('taxonomy.split-one-name')}</p>}
          {why && (
            <p className={css.quiet} role="status">
              {t(why === 'alike' ? 'taxonomy.split-alike' : 'taxonomy.split-too-few')}
            </p>
          )}
          <FormProblem problem={propose.error}>
            <RestOfProblem />
          </FormProblem>
        </section>
        {voices !== null && (
          <>
            <Placing parts={parts} voices={voices} change={setVoices} />
            <section className={css.part}>
              <Radio.Group
                label={t('taxonomy.split-place')}
                value={place}
                onChange={(value) => setPlace(value as Place)}
              >
                <div className={css.places}>
                  <Radio
                    value="below"
                    label={t('taxonomy.split-below')}
                    description={canBelow ? t('taxonomy.split-below-about') : t('taxonomy.split-too-deep')}
                    disabled={!canBelow}
                  />
                  <Radio
                    value="instead"
                    label={t('taxonomy.split-instead')}
                    description={canInstead ? t('taxonomy.split-instead-about') : t('taxonomy.split-has-children')}
                    disabled={!canInstead}
                  />
                </div>
              </Radio.Group>
              <FormProblem problem={split.error}>
                <RestOfProblem />
              </FormProblem>
              <div className={css.acts}>
                <Button
                  loading={split.isPending}
                  disabled={named < parts.length || (!canBelow && !canInstead)}
                  onClick={apply}
                >
                  {t('taxonomy.split-do', { n: filed })}
                </Button>
              </div>
              <p className={css.quiet}>{t('taxonomy.split-rest')}</p>
            </section>
          </>
        )}
      </div>
    </PageBody>
  )
}

type FieldsProps = {
  part: PartForm
  number: number
  change: (part: PartForm) => void
  remove: (() => void) | null
}

function PartFields({ part, number, change, remove }: FieldsProps) {
  const { t } = useWords()
  return (
    <li className={css.form}>
      <span className={css.number} aria-hidden="true">
        {number}
      </span>
      <TextInput
        label={t('taxonomy.split-name', { n: number })}
        maxLength={60}
        value={part.name}
        onChange={(event) => change({ ...part, name: event.currentTarget.value })}
      />
      <TagsInput
        label={t('taxonomy.words')}
        splitChars={[',', '，', '、', ';', '；']}
        maxTags={300}
        value={part.words}
        onChange={(words) => change({ ...part, words })}
      />
      {part.example && <p className={css.example}>{t('taxonomy.split-example', { sentence: part.example })}</p>}
      {remove && <CloseButton aria-label={t('taxonomy.split-remove', { n: number })} onClick={remove} />}
    </li>
  )
}
