import {
  IconBulb,
  IconClockCheck,
  IconCopy,
  IconForms,
  IconHome,
  IconInbox,
  IconListCheck,
  IconMessage2Search,
  IconSettings,
  IconSpeakerphone,
  IconStack2,
  IconUsers,
  type TablerIcon,
} from '@tabler/icons-react'
import type { Permission } from '../../shared/contracts/permissions.ts'
import type { WordKey } from '../../shared/words/say.ts'

export type NavEntry = {
  path: string
  word: WordKey
  icon: TablerIcon
  /** Stands in the bottom bar of a phone; the others are behind "more" there. */
  phone: boolean
  /** Hidden from those who lack it. */
  needs?: Permission
}

/** The navigation, in the order of the loop: hear, answer, understand, improve, tell. */
export const NAV: readonly NavEntry[] = [
  { path: '/', word: 'nav.home', icon: IconHome, phone: true },
  { path: '/inbox', word: 'nav.inbox', icon: IconInbox, phone: true },
  { path: '/explorer', word: 'nav.explorer', icon: IconMessage2Search, phone: true },
  { path: '/review', word: 'review.title', icon: IconListCheck, phone: false, needs: 'feedback:correct' },
  { path: '/themes', word: 'nav.themes', icon: IconStack2, phone: false },
  { path: '/customers', word: 'nav.customers', icon: IconUsers, phone: false },
  { path: '/surveys', word: 'nav.surveys', icon: IconForms, phone: false },
  { path: '/improvements', word: 'nav.improvements', icon: IconBulb, phone: true },
  { path: '/portal', word: 'nav.portal', icon: IconSpeakerphone, phone: false },
  { path: '/settings', word: 'nav.settings', icon: IconSettings, phone: false },
]

/** Pages that stand behind others: the palette finds them as well. */
export const BEHIND: readonly Omit<NavEntry, 'phone'>[] = [
  { path: '/promises', word: 'ledger.title', icon: IconClockCheck },
  { path: '/coordinated', word: 'coordinated.title', icon: IconCopy },
]
