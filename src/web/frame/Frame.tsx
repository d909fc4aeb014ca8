import { useQuery } from '@tanstack/react-query'
import { Outlet, useNavigate } from '@tanstack/react-router'
import { useEffect, useState } from 'react'
import { useKeys } from '../keys.ts'
import { useConnectionLost, useStream } from '../live.ts'
import { SessionContext, sessionQuery } from '../session.tsx'
import { chosenLocale, useWords } from '../words.tsx'
import { Bell } from './Bell.tsx'
import css from './frame.module.css'
import { Navigation } from './Navigation.tsx'
import { openPalette, Palette } from './Palette.tsx'
import { PersonMenu } from './PersonMenu.tsx'
import { SearchButton } from './SearchButton.tsx'
import { Shortcuts } from './Shortcuts.tsx'
import { Waiting } from './Waiting.tsx'
import { WorkspaceMenu } from './WorkspaceMenu.tsx'

/** Everything around a page for someone who is signed in. */
export function Frame() {
  const { data: session } = useQuery(sessionQuery)
  const { t, speak } = useWords()
  const navigate = useNavigate()
  const [keysShown, setKeysShown] = useState(false)
  useStream()
  useKeys({ '?': () => setKeysShown(true) }, 'keys.show', true, 'frame')
  useKeys({ '/': openPalette }, 'keys.search', true, 'frame')

  const own = session?.person.locale
  useEffect(() => {
    if (own && !chosenLocale()) void speak(own, false)
  }, [own, speak])

  if (!session) return <Waiting />
  return (
    <SessionContext value={session}>
      <a className={css.skip} href="#page">
        {t('shell.skip')}
      </a>
      <div className={css.frame}>
        <header className={css.side}>
          <WorkspaceMenu />
          <SearchButton />
          <Bell />
          <PersonMenu showKeys={() => setKeysShown(true)} />
          <Navigation />
        </header>
        <main id="page" className={css.page} tabIndex={-1}>
          <Outlet />
        </main>
      </div>
      <ConnectionHint />
      <Palette go={(path, search) => void navigate({ to: path, search })} />
      <Shortcuts shown={keysShown} close={() => setKeysShown(false)} />
    </SessionContext>
  )
}

/** Appears only when the break lasts: the delay is in the style. */
function ConnectionHint() {
  const { t } = useWords()
  if (!useConnectionLost()) return null
  return (
    <div className={css.lost} role="status">
      {t('shell.reconnecting')}
    </div>
  )
}
