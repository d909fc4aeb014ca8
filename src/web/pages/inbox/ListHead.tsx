import { ActionIcon, Button } from '@mantine/core'
import { IconMessagePlus } from '@tabler/icons-react'
import { PageHeader } from '../../parts/PageHeader.tsx'
import { SearchField } from '../../parts/SearchField.tsx'
import { useCan } from '../../session.tsx'
import { useWords } from '../../words.tsx'
import { FilterButton, FilterFields } from './Filters.tsx'
import css from './head.module.css'
import type { Inbox } from './inbox-state.ts'
import type { Open } from './panels.ts'
import { ViewMenu, ViewTabs } from './Views.tsx'

type Props = { inbox: Inbox; openPanel: Open }

/** Over a list that has the page to itself. */
export function WideHead({ inbox, openPanel }: Props) {
  const { t } = useWords()
  const can = useCan()
  return (
    <PageHeader
      title={t('inbox.title')}
      acts={
        can('feedback:add') && (
          <Button
            leftSection={<IconMessagePlus size={16} stroke={1.75} aria-hidden="true" />}
            onClick={() => openPanel({ kind: 'enter' })}
          >
            {t('inbox.enter')}
          </Button>
        )
      }
    >
      <ViewTabs inbox={inbox} />
      <SearchField label={t('inbox.search')} value={inbox.q} search={inbox.search} />
      <FilterFields inbox={inbox} />
      {inbox.filtered > 0 && (
        <Button variant="subtle" onClick={inbox.clear}>
          {t('inbox.filter.clear')}
        </Button>
      )}
    </PageHeader>
  )
}

/** Beside an open case, and on phones. */
export function NarrowHead({ inbox, openPanel }: Props) {
  const { t } = useWords()
  const can = useCan()
  return (
    <header className={css.narrow}>
      <div className={css.line}>
        <h1 className="hx-heard">{t('inbox.title')}</h1>
        <ViewMenu inbox={inbox} />
        {can('feedback:add') && (
          <ActionIcon
            variant="default"
            size={36}
            aria-label={t('inbox.enter')}
            title={t('inbox.enter')}
            onClick={() => openPanel({ kind: 'enter' })}
          >
            <IconMessagePlus size={18} stroke={1.75} />
          </ActionIcon>
        )}
      </div>
      <div className={css.line}>
        <div className={css.search}>
          <SearchField label={t('inbox.search')} value={inbox.q} search={inbox.search} />
        </div>
        <FilterButton inbox={inbox} />
      </div>
    </header>
  )
}
