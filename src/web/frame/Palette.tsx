import { Spotlight, type SpotlightActionData, spotlight } from '@mantine/spotlight'
import { IconInbox, IconMessage2Search, IconSearch, IconUsers } from '@tabler/icons-react'
import { useState } from 'react'
import { GROUPS } from '../pages/settings/sections.ts'
import { useCan } from '../session.tsx'
import { useWords } from '../words.tsx'
import { BEHIND, NAV } from './nav.ts'

/** Where words can be looked for. */
const SEARCHES = [
  { word: 'palette.cases', path: '/inbox', search: { view: 'all' }, needs: 'case:read', icon: IconInbox },
  { word: 'palette.search', path: '/explorer', search: {}, needs: 'feedback:read', icon: IconMessage2Search },
  { word: 'palette.customers', path: '/customers', search: {}, needs: 'customer:read', icon: IconUsers },
] as const

export const openPalette = () => spotlight.open()

/** Ctrl/⌘ K: go to a page or a setting, or look for words in cases, in all feedback, among customers. */
export function Palette({ go }: { go: (path: string, search: Record<string, string>) => void }) {
  const { t } = useWords()
  const can = useCan()
  const [query, setQuery] = useState('')
  const wanted = query.trim()

  const pages: SpotlightActionData[] = [...NAV, ...BEHIND]
    .filter(({ needs }) => needs === undefined || can(needs))
    .map(({ path, word, icon: Icon }) => ({
      id: path,
      label: t(word),
      keywords: path,
      leftSection: <Icon size={20} stroke={1.6} aria-hidden="true" />,
      onClick: () => go(path, {}),
    }))
  const settings: SpotlightActionData[] = GROUPS.flatMap(({ sections }) => sections)
    .filter(({ needs }) => needs === null || can(needs))
    .map(({ path, word, about, icon: Icon }) => ({
      id: path,
      label: t('palette.setting', { name: t(word) }),
      description: t(about),
      keywords: path,
      leftSection: <Icon size={20} stroke={1.6} aria-hidden="true" />,
      onClick: () => go(path, {}),
    }))
  const searches = SEARCHES.filter(({ needs }) => can(needs)).map(
    ({ word, path, search, icon: Icon }): SpotlightActionData => ({
      id: word,
      label: t(word, { words: wanted }),
      leftSection: <Icon size={20} stroke={1.6} aria-hidden="true" />,
      onClick: () => go(path, { ...search, q: wanted }),
    }),
  )
  return (
    <Spotlight
      actions={wanted ? [...pages, ...settings, ...searches] : pages}
      query={query}
      onQueryChange={setQuery}
      shortcut={['mod + K']}
      tagsToIgnore={[]}
      triggerOnContentEditable
      scrollable
      centered={false}
      yOffset="12dvh"
      maxHeight={420}
      nothingFound={t('parts.nothing-found')}
      searchProps={{
        'aria-label': t('palette.placeholder'),
        placeholder: t('palette.placeholder'),
        leftSection: <IconSearch size={18} stroke={1.75} aria-hidden="true" />,
      }}
      attributes={{ content: { 'aria-label': t('shell.find') } }}
      transitionProps={{ duration: 100 }}
      overlayProps={{ backgroundOpacity: 0.3, blur: 0 }}
    />
  )
}
