import { Button, Select, TagsInput, Textarea, TextInput } from '@mantine/core'
import { Link } from '@tanstack/react-router'
import { useState } from 'react'
import { useAutosave } from '../../../parts/autosave.ts'
import { type Category, useCategories } from '../../../parts/categories.ts'
import { SaveState } from '../../../parts/SaveState.tsx'
import { SidePanel } from '../../../parts/SidePanel.tsx'
import { useSearchState } from '../../../where.ts'
import { useWords } from '../../../words.tsx'
import { useChange, usePlace } from './changing.ts'
import { Ending } from './Ending.tsx'
import { useLearned } from './examples.ts'
import { HistoryPart } from './HistoryPart.tsx'
import css from './taxonomy.module.css'
import { neighbour, placesFor } from './tree.ts'

const TOP = 'top'
const MOST_WORDS = 300

/** One category: its names, what belongs to it, its place, and how it ends. */
export function CategoryPanel({ category, close }: { category: Category; close: () => void }) {
  const { nameOf } = useCategories()
  return (
    <SidePanel title={nameOf(category.id)} close={close}>
      <div className={css.panel}>
        {category.retiredAt === null && (
          <>
            <Meaning category={category} />
            <Taught id={category.id} />
            <Place category={category} />
          </>
        )}
        <Ending category={category} />
        <HistoryPart id={category.id} />
      </div>
    </SidePanel>
  )
}

function Meaning({ category }: { category: Category }) {
  const { t } = useWords()
  const change = useChange(category.id)
  const { names, definition, words } = category
  const [form, setForm] = useState({ names: { ...names }, definition, words })
  const saving = useAutosave(form, async (value) => {
    const given = Object.entries(value.names).filter(([, name]) => name?.trim())
    // Without any name there is nothing to call it by; the next letter saves it.
    if (given.length === 0) return
    await change({ ...value, names: Object.fromEntries(given.map(([locale, name]) => [locale, name?.trim()])) })
  })
  const name = (locale: keyof Category['names'], label: string) => (
    <TextInput
      label={label}
      maxLength={60}
      value={form.names[locale] ?? ''}
      onChange={(event) => setForm({ ...form, names: { ...form.names, [locale]: event.currentTarget.value } })}
    />
  )
  return (
    <>
      <SaveState saving={saving} />
      {name('zh-CN', t('taxonomy.name-zh-CN'))}
      {name('zh-TW', t('taxonomy.name-zh-TW'))}
      {name('en', t('taxonomy.name-en'))}
      <Textarea
        label={t('taxonomy.definition')}
        description={t('taxonomy.definition-about')}
        maxLength={1000}
        autosize
        minRows={2}
        maxRows={8}
        value={form.definition}
        onChange={(event) => setForm({ ...form, definition: event.currentTarget.value })}
      />
      <TagsInput
        label={t('taxonomy.words')}
        description={t('taxonomy.words-about')}
        maxTags={MOST_WORDS}
        splitChars={[',', '，', '、', ';', '；']}
        value={form.words}
        onChange={(value) => setForm({ ...form, words: value })}
      />
    </>
  )
}

/** Whether it is taught by examples, and the way there. */
function Taught({ id }: { id: string }) {
  const { t } = useWords()
  const [, setSearch] = useSearchState()
  const { data } = useLearned(id)
  const isTaught = data !== undefined && data.examples + data.counterExamples > 0
  return (
    <section className={css.section}>
      <h3>{t('examples.list')}</h3>
      {data !== undefined && !isTaught && <p className={css.quiet}>{t('examples.about-none')}</p>}
      {isTaught && (
        <p>
          {t('examples.count', { n: data.examples, not: data.counterExamples })}{' '}
          <span className={css.quiet}>{t(data.liveSince === null ? 'examples.not-in-use' : 'examples.in-use')}</span>
        </p>
      )}
      <div>
        <Button
          variant="default"
          size="xs"
          onClick={() => setSearch({ learn: id, category: null }, { replace: false })}
        >
          {t('examples.open')}
        </Button>
      </div>
    </section>
  )
}

function Place({ category }: { category: Category }) {
  const { t } = useWords()
  const [, setSearch] = useSearchState()
  const { items, pathOf } = useCategories()
  const { move, swap, busy } = usePlace(category)
  const above = neighbour(items, category, -1)
  const below = neighbour(items, category, 1)
  return (
    <section className={css.section}>
      <Select
        label={t('taxonomy.parent')}
        data={[
          { value: TOP, label: t('taxonomy.top') },
          ...placesFor(items, category.id).map((place) => ({
            value: place.category.id,
            label: pathOf(place.category.id),
          })),
        ]}
        value={category.parent ?? TOP}
        allowDeselect={false}
        searchable
        disabled={busy}
        onChange={(value) => move(value === TOP ? null : value)}
      />
      <div className={css.acts}>
        <Button variant="default" size="xs" disabled={!above || busy} onClick={() => above && swap(above)}>
          {t('taxonomy.up')}
        </Button>
        <Button variant="default" size="xs" disabled={!below || busy} onClick={() => below && swap(below)}>
          {t('taxonomy.down')}
        </Button>
        <Button
          variant="default"
          size="xs"
          disabled={!placesFor(items, null).some((place) => place.category.id === category.id)}
          onClick={() => setSearch({ category: 'new', below: category.id })}
        >
          {t('taxonomy.add-below')}
        </Button>
        <Button
          variant="default"
          size="xs"
          onClick={() => setSearch({ split: category.id, category: null }, { replace: false })}
        >
          {t('taxonomy.split')}
        </Button>
      </div>
      <p className={css.quiet}>{t('taxonomy.split-about')}</p>
      <Link to="/explorer" search={{ category: category.id }} className={css.link}>
        {t('taxonomy.voices')}
      </Link>
    </section>
  )
}
