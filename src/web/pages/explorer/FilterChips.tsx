import { Button, Pill } from '@mantine/core'
import { Link } from '@tanstack/react-router'
import { useCategories } from '../../parts/categories.ts'
import { useThemeTitle } from '../../parts/themes.ts'
import { useWords } from '../../words.tsx'
import css from './explorer.module.css'
import { type Filter, NOTHING } from './filter.ts'

type Chip = { name: string; label: string; clears: Record<string, null> }

/** What narrows the list now, each with its way out. */
export function FilterChips({
  filter,
  change,
}: {
  filter: Filter
  change: (parts: Record<string, string | null>) => void
}) {
  const { t } = useWords()
  const chips = useChips(filter)
  if (chips.length === 0) return null
  return (
    <ul className={css.chips} aria-label={t('explorer.filters')}>
      {chips.map(({ name, label, clears }) => (
        <li key={name}>
          <Pill
            size="md"
            withRemoveButton
            onRemove={() => change(clears)}
            removeButtonProps={{ 'aria-label': t('explorer.drop', { name: label }), tabIndex: 0, 'aria-hidden': false }}
          >
            {label}
          </Pill>
        </li>
      ))}
      {(filter.post || filter.coordinated) && (
        <li>
          <Link to="/coordinated">{t('coordinated.see-post')}</Link>
        </li>
      )}
      {chips.length > 1 && (
        <li>
          <Button size="compact-sm" variant="subtle" color="gray" onClick={() => change(NOTHING)}>
            {t('explorer.clear')}
          </Button>
        </li>
      )}
    </ul>
  )
}

function useChips(filter: Filter): Chip[] {
  const { t, term } = useWords()
  const { pathOf } = useCategories()
  const theme = useThemeTitle(filter.theme)
  const one = (name: keyof Filter, write: (value: string) => string): Chip[] => {
    const value = filter[name]
    return value ? [{ name, label: write(value), clears: { [name]: null } }] : []
  }
  return [
    ...one('q', (q) => t('explorer.words', { q })),
    ...one('sentiment', (value) => term('sentiment', value)),
    ...one('intent', (value) => term('intent', value)),
    ...one('emotion', (value) => term('emotion', value)),
    ...one('value', (value) => term('worth', value)),
    ...one('category', (value) => pathOf(value) || t('explorer.category')),
    ...one('theme', () => t('explorer.theme', { name: theme ?? '…' })),
    ...one('post', () => t('explorer.post')),
    ...one('coordinated', () => t('explorer.coordinated-no')),
    ...one('channel', (value) => term('channel', value)),
    ...one('score', (value) => term('score', value)),
    ...one('customer', () => t('explorer.customer', { name: t('explorer.one-customer') })),
    ...one('echo', (value) => term('echo-state', value)),
    ...rangeChip(filter, t),
    ...one('setAside', (value) => (value === 'only' ? t('explorer.aside-only') : t('explorer.aside-any'))),
  ]
}

function rangeChip(filter: Filter, t: ReturnType<typeof useWords>['t']): Chip[] {
  const { from, to } = filter
  if (!from && !to) return []
  const label =
    from && to
      ? from === to
        ? from
        : t('explorer.range-both', { from, to })
      : from
        ? t('explorer.range-from', { from })
        : t('explorer.range-to', { to: to ?? '' })
  const said = filter.echo ? t('explorer.range-due', { range: label }) : label
  return [{ name: 'range', label: said, clears: { from: null, to: null } }]
}
