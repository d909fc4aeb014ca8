import { Select } from '@mantine/core'
import { IconSearch } from '@tabler/icons-react'
import { useMemo, useRef, useState } from 'react'
import { useKeys } from '../../keys.ts'
import { type Category, useCategories } from '../../parts/categories.ts'
import { useWords } from '../../words.tsx'
import { EngineDot, FieldName } from './Choice.tsx'
import { type Item, markOf } from './judgement.ts'
import { MOST_OFFERED, offeredFor } from './offered.ts'
import css from './review.module.css'

const KEYS = ['a', 's', 'd', 'f', 'g', 'h'].slice(0, MOST_OFFERED)

type Props = {
  item: Item
  chosen: readonly string[]
  choose: (categories: readonly string[]) => void
  /** Categories that others were filed in, the likeliest first. */
  likely: readonly string[]
}

/** Where a voice belongs: the likely categories with their definitions, each with a key; the others are found by name. */
export function CategoryChoice({ item, chosen, choose, likely }: Props) {
  const { t } = useWords()
  const { items: tree, byId, nameOf, pathOf } = useCategories()
  const { categories } = item.engine
  // What is on offer stays in its place while one voice is judged, so that no key changes under the hand.
  const [first] = useState(likely)
  const named = useMemo(
    () => [...new Set([...categories, ...item.reviewed.flatMap(({ said }) => said?.categories ?? [])])],
    [categories, item.reviewed],
  )
  const offered = useMemo(() => offeredFor(tree, named, first), [tree, named, first])
  const shown = [...offered, ...chosen.filter((id) => !offered.includes(id) && byId.has(id))]
  const toggle = (id: string) => choose(chosen.includes(id) ? chosen.filter((one) => one !== id) : [...chosen, id])
  const bindings = Object.fromEntries(
    shown.slice(0, KEYS.length).map((id, i) => [KEYS[i] ?? '', () => toggle(id)] as const),
  )
  useKeys(bindings, 'review.keys-category', shown.length > 0)
  useKeys({ '0': () => choose([]) }, 'review.keys-none')
  return (
    <fieldset className={css.field} data-mark={markOf(item, 'categories') ?? undefined}>
      <legend>
        <FieldName
          name={t('explorer.categories')}
          mark={markOf(item, 'categories')}
          about={chosen.length === 0 ? t('review.nothing-fits') : ''}
        />
      </legend>
      <div className={css.categories}>
        {shown.map((id, i) => (
          <button
            key={id}
            type="button"
            className={css.choice}
            aria-pressed={chosen.includes(id)}
            aria-keyshortcuts={KEYS[i]}
            onClick={() => toggle(id)}
          >
            <span>
              <span title={pathOf(id)}>{nameOf(id)}</span>
              {categories.includes(id) && <EngineDot />}
              <span className={css.definition}>{byId.get(id)?.definition || t('review.no-definition')}</span>
            </span>
            {KEYS[i] && <kbd className={css.key}>{KEYS[i].toUpperCase()}</kbd>}
          </button>
        ))}
        <button
          type="button"
          className={css.choice}
          aria-pressed={chosen.length === 0}
          aria-keyshortcuts="0"
          onClick={() => choose([])}
        >
          <span>{t('review.nothing-fits')}</span>
          <kbd className={css.key}>0</kbd>
        </button>
      </div>
      <Finder shown={shown} take={(id) => choose([...chosen, id])} />
    </fieldset>
  )
}

const holds = ({ names, words, definition }: Category, q: string): boolean =>
  [...Object.values(names), ...words, definition].some((text) => text?.toLowerCase().includes(q))

/** Every other category, found by its name, its words or its definition. */
function Finder({ shown, take }: { shown: readonly string[]; take: (id: string) => void }) {
  const { t } = useWords()
  const { items, byId, pathOf } = useCategories()
  const input = useRef<HTMLInputElement>(null)
  const [query, setQuery] = useState('')
  useKeys({ '/': () => input.current?.focus() }, 'review.keys-find')
  const q = query.trim().toLowerCase()
  const data = items
    .filter((category) => category.retiredAt === null && !shown.includes(category.id))
    .map(({ id }) => ({ value: id, label: pathOf(id) }))
  return (
    <Select
      ref={input}
      className={css.finder}
      aria-label={t('review.find')}
      aria-keyshortcuts="/"
      placeholder={t('review.find')}
      leftSection={<IconSearch size={16} stroke={1.75} aria-hidden="true" />}
      rightSection={<kbd className={css.key}>/</kbd>}
      data={data}
      value={null}
      searchable
      selectFirstOptionOnChange
      searchValue={query}
      onSearchChange={setQuery}
      maxDropdownHeight={320}
      filter={({ options }) =>
        options.filter((option) => {
          if (!('value' in option)) return false
          const category = byId.get(option.value)
          return q === '' || option.label.toLowerCase().includes(q) || (category !== undefined && holds(category, q))
        })
      }
      renderOption={({ option }) => (
        <span className={css.option}>
          {option.label}
          <span className={css.definition}>{byId.get(option.value)?.definition}</span>
        </span>
      )}
      onChange={(id) => {
        if (id === null) return
        take(id)
        setQuery('')
        // Back to the keys of the page.
        input.current?.blur()
      }}
      onKeyDown={(event) => event.key === 'Escape' && input.current?.blur()}
    />
  )
}
