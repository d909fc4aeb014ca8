import { ActionIcon, Button, Menu } from '@mantine/core'
import {
  IconArrowLeft,
  IconArrowMerge,
  IconArrowsJoin2,
  IconArrowsSplit2,
  IconBulb,
  IconCalendarTime,
  IconDots,
  IconEye,
  IconEyeOff,
  IconHourglass,
  IconLink,
  IconPlayerPlay,
  IconUserCircle,
  IconUserMinus,
  IconUserShare,
} from '@tabler/icons-react'
import { useNavigate } from '@tanstack/react-router'
import { StageBadge } from '../../parts/StageBadge.tsx'
import { useSaying } from '../../parts/undo.tsx'
import { useCan, useSession } from '../../session.tsx'
import { useWords } from '../../words.tsx'
import { Alarm } from './Alarm.tsx'
import css from './case.module.css'
import type { CaseActs } from './case-acts.ts'
import { type Case, isOpen } from './case-types.ts'
import inbox from './inbox.module.css'
import type { Open } from './panels.ts'
import { Urgency } from './Urgency.tsx'

type Props = { it: Case; acts: CaseActs; close: () => void; openPanel: Open }

/** What the case is, where it stands, whose it is; the next step as the one primary act. */
export function CaseHeader({ it, acts, close, openPanel }: Props) {
  const { t, term } = useWords()
  const can = useCan()
  const me = useSession().person.id
  const open = isOpen(it)
  const owner = it.owner?.name ?? it.team?.name
  const person = { kind: 'customer', caseId: it.id } as const
  return (
    <header className={css.header}>
      <div className={css.title}>
        <ActionIcon variant="subtle" color="gray" size={36} aria-label={t('inbox.back')} onClick={close}>
          <IconArrowLeft size={20} stroke={1.75} />
        </ActionIcon>
        <h2 title={it.subject}>{it.subject}</h2>
        <span className={inbox.behind}>
          <ActionIcon
            variant="default"
            size={36}
            aria-label={t('inbox.customer')}
            title={t('inbox.customer')}
            onClick={() => openPanel(person)}
          >
            <IconUserCircle size={18} stroke={1.75} />
          </ActionIcon>
        </span>
        <More it={it} acts={acts} openPanel={openPanel} />
      </div>
      <div className={css.facts}>
        <span>#{it.number}</span>
        <StageBadge stage={it.stage} />
        <span>{term('intent', it.intent)}</span>
        <Urgency urgency={it.urgency} />
        <span>{owner ? t('inbox.owned-by', { owner }) : t('inbox.nobody-yet')}</span>
        {it.alarmed && <Alarm />}
        <span className={css.acts}>
          {open && can('case:assign') && it.owner?.id !== me && (
            <Button variant="default" size="compact-md" onClick={() => void acts.take()}>
              {t('inbox.take')}
            </Button>
          )}
          {open && can('case:close') && (
            <Button size="compact-md" onClick={() => openPanel({ kind: 'resolve', caseId: it.id })}>
              {t('inbox.resolve')}
            </Button>
          )}
          {!open && !it.mergedInto && can('case:close') && (
            <Button variant="default" size="compact-md" onClick={() => void acts.reopen()}>
              {t('inbox.reopen')}
            </Button>
          )}
        </span>
      </div>
    </header>
  )
}

const ICON = { size: 16, stroke: 1.75, 'aria-hidden': true } as const

function More({ it, acts, openPanel }: Omit<Props, 'close'>) {
  const { t } = useWords()
  const can = useCan()
  const navigate = useNavigate()
  const { say } = useSaying()
  const open = isOpen(it)
  const panel = (kind: 'hand-over' | 'promise' | 'merge' | 'link' | 'split') => () => openPanel({ kind, caseId: it.id })
  const copy = async () => {
    await navigator.clipboard.writeText(window.location.href)
    say(t('inbox.said.link-copied'))
  }
  return (
    <Menu position="bottom-end" width={240}>
      <Menu.Target>
        <ActionIcon variant="default" size={36} aria-label={t('inbox.more')} title={t('inbox.more')}>
          <IconDots size={18} stroke={1.75} />
        </ActionIcon>
      </Menu.Target>
      <Menu.Dropdown>
        {open && can('case:assign') && (
          <Menu.Item leftSection={<IconUserShare {...ICON} />} onClick={panel('hand-over')}>
            {t('inbox.hand-over')}
          </Menu.Item>
        )}
        {open && can('case:assign') && it.owner && (
          <Menu.Item leftSection={<IconUserMinus {...ICON} />} onClick={() => void acts.release()}>
            {t('inbox.release')}
          </Menu.Item>
        )}
        {open && can('case:answer') && (
          <Menu.Item leftSection={<IconCalendarTime {...ICON} />} onClick={panel('promise')}>
            {t('inbox.promise-something')}
          </Menu.Item>
        )}
        {open && can('case:answer') && it.stage !== 'waiting' && (
          <Menu.Item leftSection={<IconHourglass {...ICON} />} onClick={() => void acts.move('waiting')}>
            {t('inbox.to-waiting')}
          </Menu.Item>
        )}
        {open && can('case:answer') && it.stage !== 'working' && (
          <Menu.Item leftSection={<IconPlayerPlay {...ICON} />} onClick={() => void acts.move('working')}>
            {t('inbox.to-working')}
          </Menu.Item>
        )}
        <Menu.Item
          leftSection={acts.watching ? <IconEyeOff {...ICON} /> : <IconEye {...ICON} />}
          onClick={() => void acts.watch()}
        >
          {acts.watching ? t('inbox.unwatch') : t('inbox.watch')}
        </Menu.Item>
        {can('case:answer') && !it.mergedInto && (
          <Menu.Item leftSection={<IconArrowsJoin2 {...ICON} />} onClick={panel('link')}>
            {t('inbox.link')}
          </Menu.Item>
        )}
        {open && can('case:close') && (
          <Menu.Item leftSection={<IconArrowMerge {...ICON} />} onClick={panel('merge')}>
            {t('inbox.merge')}
          </Menu.Item>
        )}
        {open && can('case:close') && it.voices.length > 1 && (
          <Menu.Item leftSection={<IconArrowsSplit2 {...ICON} />} onClick={panel('split')}>
            {t('inbox.split')}
          </Menu.Item>
        )}
        {can('improvement:change') && (
          <Menu.Item
            leftSection={<IconBulb {...ICON} />}
            onClick={() => void navigate({ to: '/improvements', search: { from: it.id } })}
          >
            {t('inbox.improve')}
          </Menu.Item>
        )}
        <Menu.Item leftSection={<IconLink {...ICON} />} onClick={() => void copy()}>
          {t('inbox.copy-link')}
        </Menu.Item>
      </Menu.Dropdown>
    </Menu>
  )
}
