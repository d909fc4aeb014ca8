import {
  IconBrandMessenger,
  IconBrandTelegram,
  IconBrandWechat,
  IconBuildingStore,
  IconCalendarEvent,
  IconCode,
  IconDeviceMobileMessage,
  IconFileImport,
  IconForms,
  IconHash,
  IconHeadset,
  IconLayoutSidebarRightCollapse,
  IconMail,
  IconMessageCircle,
  IconMessages,
  IconPaperclip,
  IconPhone,
  IconQuestionMark,
  IconStar,
  IconWorld,
  type TablerIcon,
} from '@tabler/icons-react'
import { useWords } from '../words.tsx'
import css from './marks.module.css'

const ICONS: Readonly<Record<string, TablerIcon>> = {
  api: IconCode,
  web: IconWorld,
  survey: IconForms,
  widget: IconLayoutSidebarRightCollapse,
  email: IconMail,
  sms: IconDeviceMobileMessage,
  call: IconPhone,
  chat: IconMessageCircle,
  wechat: IconBrandWechat,
  wecom: IconHeadset,
  messenger: IconBrandMessenger,
  telegram: IconBrandTelegram,
  social: IconHash,
  review: IconStar,
  forum: IconMessages,
  paper: IconPaperclip,
  counter: IconBuildingStore,
  import: IconFileImport,
  gathering: IconCalendarEvent,
}

/** The channel a voice came by, as an icon and its name; `short` leaves the name to the title and to those who listen. */
export function ChannelIcon({ channel, short = false }: { channel: string; short?: boolean }) {
  const { term } = useWords()
  const Icon = ICONS[channel] ?? IconQuestionMark
  const name = term('channel', channel)
  return (
    <span className={css.mark} title={short ? name : undefined}>
      <Icon size={16} stroke={1.75} aria-hidden="true" />
      <span className={short ? 'hx-heard' : undefined}>{name}</span>
    </span>
  )
}
