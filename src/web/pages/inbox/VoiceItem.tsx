import { IconExternalLink } from '@tabler/icons-react'
import { useFormat } from '../../format.ts'
import { ChannelIcon } from '../../parts/ChannelIcon.tsx'
import { ReadingAidsLine } from '../../parts/ReadingAids.tsx'
import { TimeAgo } from '../../parts/TimeAgo.tsx'
import { useWords } from '../../words.tsx'
import { AttachmentLinks } from './AttachmentLinks.tsx'
import type { CaseVoice } from './case-types.ts'
import css from './thread.module.css'
import { Understood } from './Understood.tsx'

/** One of the voices a case answers, as it came in. It is never edited, only understood. */
export function VoiceItem({ voice, who }: { voice: CaseVoice; who: string }) {
  const { t, term } = useWords()
  const f = useFormat()
  return (
    <li className={css.turn} data-from="customer">
      <div className={css.bubble} data-kind="voice">
        <div className={css.meta}>
          <strong>{who || t('inbox.nameless')}</strong>
          <ChannelIcon channel={voice.channel} />
          <TimeAgo at={voice.occurredAt} />
          {voice.url && /^https?:/.test(voice.url) && (
            <a href={voice.url} target="_blank" rel="noreferrer noopener" className={css.link}>
              {t('inbox.voice.source')} <IconExternalLink size={12} aria-hidden="true" />
            </a>
          )}
        </div>
        {voice.subject && <p className={css.subject}>{voice.subject}</p>}
        {voice.scores.length > 0 && (
          <ul className={css.scores}>
            {voice.scores.map((score) => (
              <li key={score.kind}>
                {t('inbox.voice.score', {
                  name: term('score', score.kind),
                  value: f.number(score.value, 1),
                  high: f.number(score.high),
                })}
              </li>
            ))}
          </ul>
        )}
        {voice.text && <p className={css.text}>{voice.text}</p>}
        <AttachmentLinks files={voice.attachments} />
        <Understood voice={voice} />
        {voice.understanding && <ReadingAidsLine aids={voice.understanding} />}
      </div>
    </li>
  )
}
