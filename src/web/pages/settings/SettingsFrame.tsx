import { IconChevronLeft, IconLock } from '@tabler/icons-react'
import { Link, useLocation } from '@tanstack/react-router'
import type { ReactNode } from 'react'
import { EmptyState } from '../../parts/EmptyState.tsx'
import { PageHeader } from '../../parts/PageHeader.tsx'
import { useCan } from '../../session.tsx'
import { useWords } from '../../words.tsx'
import { GROUPS, type Group } from './sections.ts'
import css from './settings.module.css'

/** The groups with what this person may open. */
export function useGroups(): Group[] {
  const can = useCan()
  return GROUPS.map((group) => ({
    ...group,
    sections: group.sections.filter(({ needs }) => needs === null || can(needs)),
  })).filter(({ sections }) => sections.length > 0)
}

/** Whether this person may open the page at this address, which somebody may have sent them. */
function useIsOpen(): boolean {
  const can = useCan()
  const { pathname } = useLocation()
  const section = GROUPS.flatMap(({ sections }) => sections).find(({ path }) => pathname.startsWith(path))
  return section === undefined || section.needs === null || can(section.needs)
}

type Props = { title: string; about?: ReactNode; acts?: ReactNode; tools?: ReactNode; children: ReactNode }

/** A page of the settings: its head, and on wide screens the way to the others beside it. */
export function SettingsFrame({ title, about, acts, tools, children }: Props) {
  const { t } = useWords()
  const open = useIsOpen()
  return (
    <div className={css.room}>
      <Aside />
      <div>
        <Link to="/settings" className={css.back}>
          <IconChevronLeft size={16} stroke={1.75} aria-hidden="true" />
          {t('settings.title')}
        </Link>
        {open ? (
          <>
            <PageHeader title={title} about={about} acts={acts}>
              {tools}
            </PageHeader>
            {children}
          </>
        ) : (
          <>
            <PageHeader title={title} />
            <EmptyState
              icon={<IconLock size={28} stroke={1.5} />}
              said={t('settings.closed')}
              next={t('settings.closed-next')}
            />
          </>
        )}
      </div>
    </div>
  )
}

function Aside() {
  const { t } = useWords()
  const groups = useGroups()
  const { pathname } = useLocation()
  return (
    <nav className={css.aside} aria-label={t('settings.sections')}>
      {groups.map((group) => (
        <section key={group.word}>
          <h2>{t(group.word)}</h2>
          <ul>
            {group.sections.map(({ path, word, icon: Icon }) => (
              <li key={path}>
                <Link to={path} className={css.link} aria-current={pathname.startsWith(path) ? 'page' : undefined}>
                  <Icon size={16} stroke={1.6} aria-hidden="true" />
                  {t(word)}
                </Link>
              </li>
            ))}
          </ul>
        </section>
      ))}
    </nav>
  )
}
