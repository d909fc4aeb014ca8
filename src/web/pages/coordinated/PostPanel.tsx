import { Button, Skeleton } from '@mantine/core'
import { Link } from '@tanstack/react-router'
import { useFormat } from '../../format.ts'
import { useSeen } from '../../notifications.ts'
import { ErrorState } from '../../parts/ErrorState.tsx'
import { SidePanel } from '../../parts/SidePanel.tsx'
import { useCan } from '../../session.tsx'
import { useWords } from '../../words.tsx'
import css from './coordinated.module.css'
import { type Post, useJudging, usePost } from './coordinated.ts'

/** One coordinated post: the evidence, the words, the way to its voices, and a person's judgement. */
export function PostPanel({ id, close }: { id: string; close: () => void }) {
  const { t } = useWords()
  const { data: post, isError, error, refetch } = usePost(id)
  useSeen(id)
  return (
    <SidePanel
      title={t('coordinated.title')}
      close={close}
      takesFocus={false}
      foot={post && <Foot post={post} close={close} />}
    >
      {isError && post === undefined ? (
        <ErrorState problem={error} retry={() => void refetch()} />
      ) : post === undefined ? (
        <Skeleton height={240} />
      ) : (
        <Body post={post} />
      )}
    </SidePanel>
  )
}

function Body({ post }: { post: Post }) {
  const { t, term } = useWords()
  const f = useFormat()
  const { example, voices, more, people, unknown, channels, firstAt, lastAt, dense, foundAt, dismissed } = post
  const n = f.number(voices)
  /** The day as well: two moments stand side by side. */
  const when = (at: string) => `${f.day(at)} ${f.time(at)}`
  return (
    <div className={css.panel}>
      {dismissed && (
        <p className={css.quiet}>
          {t('coordinated.dismissed', { name: dismissed.by.name, when: f.relative(dismissed.at) })}
        </p>
      )}
      <dl className={css.facts}>
        <dt>{t('coordinated.voices')}</dt>
        <dd>{t(more ? 'coordinated.more' : 'coordinated.n', { n })}</dd>
        <dt>{t('coordinated.who')}</dt>
        <dd>
          {f.list([
            t('coordinated.people', { n: people }),
            ...(unknown > 0 ? [t('coordinated.unknown', { n: f.number(unknown) })] : []),
          ])}
        </dd>
        <dt>{t('coordinated.when')}</dt>
        <dd>{t('coordinated.span', { from: when(firstAt), to: when(lastAt) })}</dd>
        <dt>{t('coordinated.dense')}</dt>
        <dd>{t('coordinated.dense-n', { n: f.number(dense.voices), from: when(dense.from), to: when(dense.to) })}</dd>
        <dt>{t('coordinated.channels')}</dt>
        <dd>{f.list(channels.map((channel) => term('channel', channel)))}</dd>
        <dt>{t('coordinated.found')}</dt>
        <dd>{when(foundAt)}</dd>
      </dl>
      {more && <p className={css.quiet}>{t('coordinated.more-note', { n })}</p>}
      <section>
        <h3>{t('coordinated.whole')}</h3>
        <p className={css.whole}>{example?.text ?? t('coordinated.gone')}</p>
      </section>
      <p>
        <Link to="/explorer" search={{ coordinated: 'no' }}>
          {t('coordinated.without')}
        </Link>
      </p>
    </div>
  )
}

function Foot({ post, close }: { post: Post; close: () => void }) {
  const { t } = useWords()
  const may = useCan()('feedback:set-aside')
  const { dismiss, restore } = useJudging()
  return (
    <div className={css.foot}>
      <Button renderRoot={(props) => <Link to="/explorer" search={{ post: post.id }} {...props} />}>
        {t('coordinated.see')}
      </Button>
      {may &&
        (post.dismissed === null ? (
          <Button
            variant="default"
            loading={dismiss.isPending}
            onClick={() => dismiss.mutate(post.id, { onSuccess: close })}
          >
            {t('coordinated.dismiss')}
          </Button>
        ) : (
          <Button
            variant="default"
            loading={restore.isPending}
            onClick={() => restore.mutate(post.id, { onSuccess: close })}
          >
            {t('coordinated.restore')}
          </Button>
        ))}
    </div>
  )
}
