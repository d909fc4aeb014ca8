import { type MantineColorScheme, Menu, useMantineColorScheme } from '@mantine/core'
import { IconKeyboard, IconLogout, IconSettings, IconUserCircle } from '@tabler/icons-react'
import { useQueryClient } from '@tanstack/react-query'
import { Link, useNavigate } from '@tanstack/react-router'
import { isLocale, LOCALE_NAMES, LOCALES, type Locale } from '../../shared/words/locale.ts'
import { api } from '../api.ts'
import { useSaying } from '../parts/undo.tsx'
import { useSession } from '../session.tsx'
import { useWords } from '../words.tsx'
import css from './frame.module.css'

const SCHEMES = [
  { scheme: 'auto', word: 'shell.scheme-auto' },
  { scheme: 'light', word: 'shell.scheme-light' },
  { scheme: 'dark', word: 'shell.scheme-dark' },
] as const

/** Who one is: language, light or dark, keys, and the way out. */
export function PersonMenu({ showKeys }: { showKeys: () => void }) {
  const { person, role } = useSession()
  const { t, term } = useWords()
  const signOut = useSignOut()
  return (
    <div className={css.person}>
      <Menu position="top-start" width={240}>
        <Menu.Target>
          <button type="button" className={css.button} aria-label={t('shell.person-menu', { name: person.name })}>
            <IconUserCircle size={20} stroke={1.6} aria-hidden="true" />
            <span>{person.name}</span>
          </button>
        </Menu.Target>
        <Menu.Dropdown>
          <Menu.Label>
            {person.email} · {term('role', role)}
          </Menu.Label>
          <Menu.Item
            component={Link}
            to="/settings/me"
            leftSection={<IconSettings size={16} stroke={1.6} aria-hidden="true" />}
          >
            {t('settings.me')}
          </Menu.Item>
          <Menu.Divider />
          <Languages />
          <Menu.Divider />
          <Schemes />
          <Menu.Divider />
          <Menu.Item leftSection={<IconKeyboard size={16} stroke={1.6} aria-hidden="true" />} onClick={showKeys}>
            {t('keys.title')}
          </Menu.Item>
          <Menu.Item
            leftSection={<IconLogout size={16} stroke={1.6} aria-hidden="true" />}
            onClick={() => void signOut()}
          >
            {t('shell.sign-out')}
          </Menu.Item>
        </Menu.Dropdown>
      </Menu>
    </div>
  )
}

function Languages() {
  const { t, locale, speak } = useWords()
  const { sayProblem } = useSaying()
  // Kept with the person too: mails to them are written in it.
  const choose = async (own: Locale) => {
    await speak(own, true)
    await api.send('PUT', '/api/v1/me', { locale: own }).catch(sayProblem)
  }
  return (
    <Menu.RadioGroup value={locale} onChange={(own) => isLocale(own) && void choose(own)}>
      <Menu.Label>{t('shell.language')}</Menu.Label>
      {LOCALES.map((own) => (
        <Menu.RadioItem key={own} value={own} lang={own}>
          {LOCALE_NAMES[own]}
        </Menu.RadioItem>
      ))}
    </Menu.RadioGroup>
  )
}

function Schemes() {
  const { t } = useWords()
  const { colorScheme, setColorScheme } = useMantineColorScheme()
  return (
    <Menu.RadioGroup value={colorScheme} onChange={(scheme) => setColorScheme(scheme as MantineColorScheme)}>
      <Menu.Label>{t('shell.scheme')}</Menu.Label>
      {SCHEMES.map(({ scheme, word }) => (
        <Menu.RadioItem key={scheme} value={scheme}>
          {t(word)}
        </Menu.RadioItem>
      ))}
    </Menu.RadioGroup>
  )
}

function useSignOut() {
  const queries = useQueryClient()
  const navigate = useNavigate()
  const { sayProblem } = useSaying()
  return async () => {
    try {
      await api.send('DELETE', '/api/v1/session')
      queries.clear()
      await navigate({ to: '/sign-in' })
    } catch (thrown) {
      sayProblem(thrown)
    }
  }
}
