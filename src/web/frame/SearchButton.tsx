import { IconSearch } from '@tabler/icons-react'
import { useWords } from '../words.tsx'
import css from './frame.module.css'
import { openPalette } from './Palette.tsx'

const isApple = /Mac|iPhone|iPad/.test(navigator.userAgent)

/** Opens the command palette for those who do not know its keys yet. */
export function SearchButton() {
  const { t } = useWords()
  return (
    <button
      type="button"
      className={`${css.button} ${css.wide} ${css.search}`}
      aria-label={t('shell.find')}
      onClick={openPalette}
    >
      <IconSearch size={16} stroke={1.75} aria-hidden="true" />
      <span>{t('shell.find')}</span>
      <kbd className={css.key}>{isApple ? '⌘K' : 'Ctrl K'}</kbd>
    </button>
  )
}
