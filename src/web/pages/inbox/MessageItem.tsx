import { Button } from '@mantine/core'
import {
  IconAlertTriangle,
  IconCheck,
  IconChecks,
  IconClock,
  IconEye,
  IconLock,
  type TablerIcon,
} from '@tabler/icons-react'
import type { WordKey } from '../../../shared/words/say.ts'
import { api } from '../../api.ts'
import { ChannelIcon } from '../../parts/ChannelIcon.tsx'
import { MailFault } from '../../parts/MailFault.tsx'
import { TimeAgo } from '../../parts/TimeAgo.tsx'
import { useCan } from '../../session.tsx'
import { useWords } from '../../words.tsx'
import { AttachmentLinks } from './AttachmentLinks.tsx'
import { useActing } from './case-acts.ts'
import type { CaseMessage } from './case-types.ts'
import css from './thread.module.css'

const KINDS: Readonly<Record<CaseMessage['kind'], WordKey | null>> = {
  message: null,
  acknowledgement: 'inbox.message.acknowledgement',
  resolution: 'inbox.message.resolution',
  check: 'inbox.message.check',
  notice: 'inbox.message.notice',
}

/** One message: the customer's at the start, ours set in, a note in a dashed frame with a lock and its name. */
export function MessageItem({ caseId, message, who }: { caseId: string; message: CaseMessage; who: string }) {
  const { t } = useWords()
  const kind = KINDS[message.kind]
  const author =
    message.author?.name ?? (message.direction === 'in' ? who || t('inbox.nameless') : t('inbox.message.system'))
  const from = message.direction === 'in' ? 'customer' : message.direction === 'note' ? 'note' : 'us'
  return (
    <li className={css.turn} data-from={from}>
      <div className={css.bubble}>
        <div className={css.meta}>
          <strong>{author}</strong>
          {message.direction === 'note' && (
            <span className={css.lock}>
              <IconLock size={14} stroke={1.75} aria-hidden="true" />
              {t('inbox.message.note')}
            </span>
          )}
          {kind && <span>{t(kind)}</span>}
          {message.direction === 'in' && <ChannelIcon channel={message.channel} />}
          <TimeAgo at={message.at} />
        </div>
        <p className={css.text}>{message.text}</p>
        <AttachmentLinks files={message.attachments} />
        {message.delivery && <Fate caseId={caseId} message={message} delivery={message.delivery} />}
      </div>
    </li>
  )
}

type Delivery = NonNullable<CaseMessage['delivery']>

const FATES: Readonly<Record<Delivery['state'], { icon: TablerIcon; word: WordKey }>> = {
  queued: { icon: IconClock, word: 'inbox.delivery.queued' },
  sending: { icon: IconClock, word: 'inbox.delivery.sending' },
  sent: { icon: IconCheck, word: 'inbox.delivery.sent' },
  delivered: { icon: IconChecks, word: 'inbox.delivery.delivered' },
  failed: { icon: IconAlertTriangle, word: 'inbox.delivery.failed' },
  shown: { icon: IconEye, word: 'inbox.delivery.shown' },
}

/** How an outgoing message fares; what failed says why and can be sent again. */
function Fate({ caseId, message, delivery }: { caseId: string; message: CaseMessage; delivery: Delivery }) {
  const { t } = useWords()
  const may = useCan()('case:answer')
  const acting = useActing()
  const { icon: Icon, word } = FATES[delivery.state]
  const retry = () =>
    acting(() => api.send('POST', `/api/v1/cases/${caseId}/messages/${message.id}/retry`), {
      said: t('inbox.said.retried'),
    })
  return (
    <div className={css.fate} data-failed={delivery.state === 'failed' || undefined}>
      <Icon size={14} stroke={1.75} aria-hidden="true" />
      <span>
        {t(word)}
        {delivery.reason && (
          <>
            {' · '}
            {delivery.state === 'queued' && t('inbox.delivery.again')}
            <MailFault fault={delivery.fault} said={delivery.reason} />
          </>
        )}
      </span>
      {delivery.retryable && may && (
        <Button size="compact-sm" variant="default" onClick={() => void retry()}>
          {t('inbox.delivery.retry')}
        </Button>
      )}
    </div>
  )
}
