import { Button } from '@mantine/core'
import { Link } from '@tanstack/react-router'
import { useState } from 'react'
import { useFormat } from '../../format.ts'
import { ChannelIcon } from '../../parts/ChannelIcon.tsx'
import { useWords } from '../../words.tsx'
import css from './home.module.css'
import { daysOf, type Home } from './home.ts'
import { wilson } from './wilson.ts'

const FIRST = 8

/** Which ways in are used, and where the unhappy ones come from. */
export function Channels({ home }: { home: Home }) {
  const { t } = useWords()
  const f = useFormat()
  const days = daysOf(home, f.zone)
  const [all, setAll] = useState(false)
  const shown = all ? home.channels : home.channels.slice(0, FIRST)
  const most = Math.max(1, ...home.channels.map(({ voices }) => voices))
  if (home.channels.length === 0) return null
  return (
    <section className={css.card} aria-labelledby="channels">
      <header className={css.head}>
        <h2 id="channels">{t('home.channels')}</h2>
      </header>
      <table className={css.table}>
        <thead>
          <tr>
            <th scope="col">{t('home.channel')}</th>
            <th scope="col">{t('home.voices')}</th>
            <th scope="col">{t('home.channel-share')}</th>
          </tr>
        </thead>
        <tbody>
          {shown.map(({ channel, voices, negative }) => (
            <tr key={channel}>
              <th scope="row">
                <Link to="/explorer" search={{ ...days, channel }} title={t('figure.open')}>
                  <ChannelIcon channel={channel} />
                </Link>
                <span className={css.meter} style={{ width: `${(voices / most) * 100}%` }} aria-hidden="true" />
              </th>
              <td>{f.number(voices)}</td>
              <td>
                <Link to="/explorer" search={{ ...days, channel, sentiment: 'negative' }} title={t('figure.open')}>
                  {f.share(negative / voices, wilson(negative, voices))}
                </Link>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      {home.channels.length > FIRST && (
        <Button size="compact-sm" variant="subtle" color="gray" mt={8} onClick={() => setAll(!all)}>
          {all ? t('parts.less') : t('home.more-channels', { n: home.channels.length - FIRST })}
        </Button>
      )}
    </section>
  )
}
