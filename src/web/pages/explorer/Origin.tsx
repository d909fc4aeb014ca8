import { useFormat } from '../../format.ts'
import { useWords } from '../../words.tsx'
import css from './explorer.module.css'
import type { Voice } from './voices.ts'

const written = (value: unknown): string => (typeof value === 'string' ? value : JSON.stringify(value))
/** Ids that say nothing to people; what they stand for is among the facts beside them. */
const HIDDEN: readonly string[] = ['survey', 'mailbox']
const isWeb = (url: string) => /^https?:\/\//i.test(url)

/** Where a voice came from, and what was sent with it. */
export function Origin({ voice }: { voice: Voice }) {
  const { t, term } = useWords()
  const f = useFormat()
  const { language } = voice.understanding
  const rows: [string, React.ReactNode][] = [
    ...(language ? [[t('explorer.language'), term('language', language)] as [string, React.ReactNode]] : []),
    [t('explorer.query-code'), <code key="code">{voice.queryCode}</code>],
    ...(voice.sourceId ? [[t('explorer.source-id'), voice.sourceId] as [string, React.ReactNode]] : []),
    ...(voice.url ? [[t('explorer.origin'), <Origins key="url" url={voice.url} />] as [string, React.ReactNode]] : []),
    ...Object.entries(voice.facts)
      .filter(([name, value]) => !HIDDEN.includes(name) && value !== '')
      .map(([name, value]): [string, React.ReactNode] => [term('fact', name), written(value)]),
  ]
  return (
    <section>
      <h3>{t('explorer.facts')}</h3>
      <dl className={css.facts}>
        {rows.map(([name, value]) => (
          <div key={name}>
            <dt>{name}</dt>
            <dd>{value}</dd>
          </div>
        ))}
        {voice.attachments.length > 0 && (
          <div>
            <dt>{t('explorer.files')}</dt>
            <dd>
              {voice.attachments.map(({ id, name, size }) => (
                <a key={id} href={`/api/v1/files/${id}`} download>
                  {name} ({f.bytes(size)})
                </a>
              ))}
            </dd>
          </div>
        )}
      </dl>
    </section>
  )
}

/** A link for what a browser opens; other schemes (an app's own) as text. */
const Origins = ({ url }: { url: string }) =>
  isWeb(url) ? (
    <a href={url} target="_blank" rel="noreferrer noopener">
      {url}
    </a>
  ) : (
    <span>{url}</span>
  )
