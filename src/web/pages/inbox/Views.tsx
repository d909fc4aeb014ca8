import { Menu, UnstyledButton } from '@mantine/core'
import { IconCheck, IconChevronDown } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import type { WordKey } from '../../../shared/words/say.ts'
import { api } from '../../api.ts'
import { useFormat } from '../../format.ts'
import { useWords } from '../../words.tsx'
import type { CaseCounts, CaseView } from './case-types.ts'
import css from './head.module.css'
import { type Inbox, VIEWS } from './inbox-state.ts'

const NAMES: Readonly<Record<CaseView, WordKey>> = {
  mine: 'inbox.view.mine',
  unassigned: 'inbox.view.unassigned',
  team: 'inbox.view.team',
  watching: 'inbox.view.watching',
  open: 'inbox.view.open',
  waiting: 'inbox.view.waiting',
  broken: 'inbox.view.broken',
  resolved: 'inbox.view.resolved',
  closed: 'inbox.view.closed',
  all: 'inbox.view.all',
}

/** How many stand in each view; "1,000+" where there are more than were counted. Empty while unknown. */
function useCounts(): (view: CaseView) => string {
  const f = useFormat()
  const found = useQuery({
    queryKey: ['cases', 'counts'],
    queryFn: ({ signal }) => api.get<CaseCounts>('/api/v1/cases/counts', {}, signal),
  })
  return (view) => {
    const count = found.data?.counts.find((each) => each.view === view)
    return count ? `${f.number(count.n)}${count.capped ? '+' : ''}` : ''
  }
}

/** All views side by side. */
export function ViewTabs({ inbox }: { inbox: Inbox }) {
  const { t } = useWords()
  const countOf = useCounts()
  return (
    <nav className={css.views} aria-label={t('inbox.views')}>
      {VIEWS.map((view) => (
        <UnstyledButton
          key={view}
          className={css.view}
          aria-current={view === inbox.view || undefined}
          onClick={() => inbox.show(view)}
        >
          {t(NAMES[view])} <span className={css.count}>{countOf(view)}</span>
        </UnstyledButton>
      ))}
    </nav>
  )
}

/** The view as the name of the list, the others behind it. */
export function ViewMenu({ inbox }: { inbox: Inbox }) {
  const { t } = useWords()
  const countOf = useCounts()
  return (
    <Menu position="bottom-start" width={220}>
      <Menu.Target>
        <UnstyledButton className={css.picked}>
          <span>{t(NAMES[inbox.view])}</span>
          <span className={css.count}>{countOf(inbox.view)}</span>
          <IconChevronDown size={16} stroke={1.75} aria-hidden="true" />
        </UnstyledButton>
      </Menu.Target>
      <Menu.Dropdown>
        {VIEWS.map((view) => (
          <Menu.Item
            key={view}
            leftSection={
              <IconCheck size={14} aria-hidden="true" visibility={view === inbox.view ? undefined : 'hidden'} />
            }
            rightSection={<span className={css.count}>{countOf(view)}</span>}
            onClick={() => inbox.show(view)}
          >
            {t(NAMES[view])}
          </Menu.Item>
        ))}
      </Menu.Dropdown>
    </Menu>
  )
}
