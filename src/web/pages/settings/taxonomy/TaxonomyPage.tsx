import { Button, Switch } from '@mantine/core'
import { IconTags } from '@tabler/icons-react'
import { type Category, useCategories } from '../../../parts/categories.ts'
import { wholeList } from '../../../parts/cursor-list.ts'
import { DataList } from '../../../parts/DataList.tsx'
import { EmptyState } from '../../../parts/EmptyState.tsx'
import { SearchField } from '../../../parts/SearchField.tsx'
import { useSearchState } from '../../../where.ts'
import { useWords } from '../../../words.tsx'
import { Loaded } from '../Loaded.tsx'
import { SettingsFrame } from '../SettingsFrame.tsx'
import { CategoryPanel } from './CategoryPanel.tsx'
import { LearnView } from './LearnView.tsx'
import { NewCategoryPanel } from './NewCategoryPanel.tsx'
import { SplitView } from './SplitView.tsx'
import css from './taxonomy.module.css'
import { type Placed, placed } from './tree.ts'

/** The tree that voices are filed in. */
export function TaxonomyPage() {
  const { t } = useWords()
  const [search, setSearch] = useSearchState()
  const { items, byId, nameOf, query } = useCategories()
  const q = (search.q ?? '').toLowerCase()
  const withRetired = search.retired === 'yes'
  const shown = placed(items).filter(
    ({ category }) => (withRetired || category.retiredAt === null) && (q === '' || holds(category, q)),
  )
  const open = byId.get(search.category ?? '')
  const close = () => setSearch({ category: null, below: null })
  const parted = byId.get(search.split ?? '')
  if (parted?.retiredAt === null) {
    return (
      <SettingsFrame title={t('taxonomy.split-title', { name: nameOf(parted.id) })} about={parted.definition}>
        <SplitView
          key={parted.id}
          category={parted}
          close={() => setSearch({ split: null, category: parted.id }, { replace: false })}
          done={(id) => setSearch({ split: null, category: id }, { replace: false })}
        />
      </SettingsFrame>
    )
  }
  const taught = byId.get(search.learn ?? '')
  if (taught?.retiredAt === null) {
    return (
      <SettingsFrame title={t('examples.title', { name: nameOf(taught.id) })} about={taught.definition}>
        <LearnView
          key={taught.id}
          category={taught}
          close={() => setSearch({ learn: null, category: taught.id }, { replace: false })}
        />
      </SettingsFrame>
    )
  }
  return (
    <SettingsFrame
      title={t('settings.taxonomy')}
      about={t('taxonomy.about')}
      acts={
        <Button onClick={() => setSearch({ category: 'new', below: open && !open.retiredAt ? open.id : null })}>
          {t('taxonomy.add')}
        </Button>
      }
      tools={
        <>
          <SearchField label={t('taxonomy.name')} value={search.q ?? ''} search={(words) => setSearch({ q: words })} />
          <Switch
            label={t('taxonomy.show-retired')}
            checked={withRetired}
            onChange={(event) => setSearch({ retired: event.currentTarget.checked ? 'yes' : null })}
          />
        </>
      }
    >
      <Loaded found={query}>
        {() => (
          <DataList
            label={t('settings.taxonomy')}
            list={wholeList(shown)}
            idOf={({ category }) => category.id}
            columns="minmax(220px, 1fr) minmax(0, 1.4fr) 140px"
            head={[
              <span key="n">{t('taxonomy.name')}</span>,
              <span key="d">{t('taxonomy.definition')}</span>,
              <span key="w">{t('taxonomy.words')}</span>,
            ]}
            row={(one) => <Row one={one} flat={q !== ''} nameOf={nameOf} />}
            open={({ category }) => setSearch({ category: category.id, below: null })}
            current={open?.id ?? null}
            empty={
              <EmptyState
                icon={<IconTags size={28} stroke={1.5} />}
                said={q ? t('parts.nothing-found') : t('taxonomy.empty')}
                next={t('taxonomy.empty-next')}
              />
            }
          />
        )}
      </Loaded>
      {open && <CategoryPanel key={open.id} category={open} close={close} />}
      {search.category === 'new' && (
        <NewCategoryPanel
          key={search.below ?? ''}
          below={search.below ?? null}
          close={close}
          made={(id) => setSearch({ category: id, below: null })}
          taught={(id) => setSearch({ learn: id, category: null, below: null }, { replace: false })}
        />
      )}
    </SettingsFrame>
  )
}

const holds = ({ names, words, definition }: Category, q: string): boolean =>
  [...Object.values(names), ...words, definition].some((text) => text?.toLowerCase().includes(q))

type RowProps = { one: Placed<Category>; flat: boolean; nameOf: (id: string) => string }

function Row({ one: { category, level }, flat, nameOf }: RowProps) {
  const { t } = useWords()
  const gone = category.retiredAt !== null
  return (
    <>
      <span className={css.name} data-level={flat ? 0 : level} data-gone={gone || undefined}>
        {nameOf(category.id)}
        {gone && (
          <span className={css.quiet}>
            {' '}
            {category.mergedInto
              ? t('taxonomy.merged-into', { name: nameOf(category.mergedInto) })
              : t('taxonomy.retired')}
          </span>
        )}
      </span>
      <span data-desk className={css.quiet}>
        {category.definition}
      </span>
      <span className={css.quiet}>{t('taxonomy.words-count', { n: category.words.length })}</span>
    </>
  )
}
