import { MultiSelect } from '@mantine/core'
import { useCategories } from '../../parts/categories.ts'
import { useWords } from '../../words.tsx'
import type { Corrected } from './correct.ts'
import css from './explorer.module.css'
import type { Voice } from './voices.ts'

const MOST = 20

/** Where a voice is filed: the leaves of the tree, searched by name. */
export function CategoryField({
  voice,
  set,
  still,
}: {
  voice: Voice
  set: (change: Corrected) => void
  still: boolean
}) {
  const { t } = useWords()
  const { items, pathOf, byId } = useCategories()
  const filed = voice.understanding.categories
  const known = filed.filter((id) => byId.has(id))
  const offered = items.filter(({ id, retiredAt }) => retiredAt === null || filed.includes(id))
  return (
    <div className={css.pair}>
      <span className={css.name}>{t('explorer.categories')}</span>
      <MultiSelect
        aria-label={t('explorer.categories')}
        placeholder={known.length === 0 ? t('explorer.no-category') : ''}
        data={offered.map(({ id }) => ({ value: id, label: pathOf(id) }))}
        value={known}
        onChange={(categories) => set({ categories })}
        disabled={still}
        maxValues={MOST}
        searchable
        hidePickedOptions
      />
    </div>
  )
}
