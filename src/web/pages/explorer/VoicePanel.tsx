import { Button, Skeleton } from '@mantine/core'
import { IconBulb } from '@tabler/icons-react'
import { useKeys } from '../../keys.ts'
import { ChannelIcon } from '../../parts/ChannelIcon.tsx'
import { ErrorState } from '../../parts/ErrorState.tsx'
import { SidePanel } from '../../parts/SidePanel.tsx'
import { TimeAgo } from '../../parts/TimeAgo.tsx'
import { useCan } from '../../session.tsx'
import { useWords } from '../../words.tsx'
import { Aside } from './Aside.tsx'
import { AspectText } from './AspectText.tsx'
import css from './explorer.module.css'
import { History } from './History.tsx'
import { Origin } from './Origin.tsx'
import { Scores } from './Scores.tsx'
import { Similar } from './Similar.tsx'
import { Ties } from './Ties.tsx'
import { Understanding } from './Understanding.tsx'
import { UseAsExample } from './UseAsExample.tsx'
import { useVoice, type Voice } from './voices.ts'

type Props = {
  id: string
  words: readonly string[]
  close: () => void
  open: (id: string) => void
  link: (id: string) => void
  /** False while the keys are about chosen voices. */
  keys: boolean
}

/** One voice, whole: what was said, how it was understood, what became of it. */
export function VoicePanel({ id, words, close, open, link, keys }: Props) {
  const { t } = useWords()
  const can = useCan()
  const voice = useVoice(id)
  const mayLink = can('improvement:change')
  useKeys({ l: () => link(id) }, 'explorer.keys-link', mayLink && keys)
  const { data } = voice
  return (
    <SidePanel
      title={data ? data.subject || t('explorer.voice') : t('explorer.voice')}
      close={close}
      takesFocus={false}
      foot={
        mayLink &&
        data && (
          <Button
            fullWidth
            leftSection={<IconBulb size={16} stroke={1.75} aria-hidden="true" />}
            rightSection={<kbd className={css.key}>L</kbd>}
            onClick={() => link(id)}
          >
            {t('explorer.link')}
          </Button>
        )
      }
    >
      {voice.isError && !data && <ErrorState problem={voice.error} retry={() => void voice.refetch()} />}
      {voice.isPending && <Skeleton height={160} />}
      {data && <Inside voice={data} words={words} open={open} />}
    </SidePanel>
  )
}

function Inside({ voice, words, open }: { voice: Voice; words: readonly string[]; open: (id: string) => void }) {
  return (
    <div className={css.voice}>
      <p className={css.meta}>
        <ChannelIcon channel={voice.channel} />
        <TimeAgo at={voice.occurredAt} />
        <Scores scores={voice.scores} />
      </p>
      {voice.setAside && <Aside voice={voice} />}
      <AspectText voice={voice} words={words} />
      <Ties voice={voice} />
      <Understanding voice={voice} />
      <UseAsExample voice={voice} />
      <Similar voice={voice} open={open} />
      <Origin voice={voice} />
      <History id={voice.id} />
      {!voice.setAside && <Aside voice={voice} />}
    </div>
  )
}
