import { Menu } from '@mantine/core'
import { IconDots } from '@tabler/icons-react'
import { Link } from '@tanstack/react-router'
import { useCan } from '../session.tsx'
import { useWords } from '../words.tsx'
import css from './frame.module.css'
import { NAV, type NavEntry } from './nav.ts'

/** The pages that this person may open. */
function useEntries(): readonly NavEntry[] {
  const can = useCan()
  return NAV.filter(({ needs }) => needs === undefined || can(needs))
}

/** The pages: at the side on a desk, four of them and "more" at the foot of a phone. */
export function Navigation() {
  const { t } = useWords()
  const entries = useEntries()
  return (
    <nav className={css.nav} aria-label={t('shell.navigation')}>
      <ul className={css.links}>
        {entries.map(({ path, word, icon: Icon, phone }) => (
          <li key={path} data-desk={phone ? undefined : true}>
            <Link className={css.link} to={path} activeOptions={{ exact: path === '/', includeSearch: false }}>
              <Icon size={20} stroke={1.6} aria-hidden="true" />
              {t(word)}
            </Link>
          </li>
        ))}
        <li className={css.more}>
          <More />
        </li>
      </ul>
    </nav>
  )
}

function More() {
  const { t } = useWords()
  const entries = useEntries()
  return (
    <Menu position="top-end" width={200}>
      <Menu.Target>
        <button type="button" className={css.button}>
          <IconDots size={20} stroke={1.6} aria-hidden="true" />
          {t('nav.more')}
        </button>
      </Menu.Target>
      <Menu.Dropdown>
        {entries
          .filter((entry) => !entry.phone)
          .map(({ path, word, icon: Icon }) => (
            <Menu.Item
              key={path}
              component={Link}
              to={path}
              leftSection={<Icon size={18} stroke={1.6} aria-hidden="true" />}
            >
              {t(word)}
            </Menu.Item>
          ))}
      </Menu.Dropdown>
    </Menu>
  )
}
