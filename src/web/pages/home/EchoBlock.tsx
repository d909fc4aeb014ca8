import { IconChevronRight } from '@tabler/icons-react'
import { Link } from '@tanstack/react-router'
import { useFormat } from '../../format.ts'
import { useWords } from '../../words.tsx'
import { EchoBar } from './EchoBar.tsx'
import css from './home.module.css'
import { daysOf, type EchoRate, type Home } from './home.ts'

/** Our one number, always with its two parts, what it was before, and where those who asked stand now. */
export function EchoBlock({ home, days }: { home: Home; days: number }) {
  const { t } = useWords()
  const f = useFormat()
  const { echo, echoBefore } = home
  const period = daysOf(home, f.zone)
  const before = `${t('home.days-before', { n: days })} ${echoBefore.rate === null ? t('figure.none') : f.percent(echoBefore.rate)}`
  return (
    <section className={`${css.echo} ${css.wide}`} aria-labelledby="echo-rate">
      <div className={css.rate}>
        <h2 id="echo-rate" className={css.label}>
          {t('home.echo')}
        </h2>
        {echo.rate === null ? (
          <p className={css.quiet}>{t('home.echo-none')}</p>
        ) : (
          <>
            <Link className={css.big} to="/explorer" search={{ ...period, echo: 'in-time' }} title={t('figure.open')}>
              {f.percent(echo.rate)}
              <span className={css.doubt}>{f.share(echo.rate, echo.interval).slice(f.percent(echo.rate).length)}</span>
            </Link>
            <EchoBar echo={echo} before={echoBefore.rate} />
            <p className={css.facts}>
              {[t('home.asked', { n: echo.asked }), before].join(t('figure.comma'))}
              {echo.asked < FEW && <span className={css.few}> {t('figure.few')}</span>}
            </p>
          </>
        )}
        <p className={css.quiet}>{t('home.echo-about')}</p>
      </div>
      <div className={css.parts}>
        <Part
          label={t('home.answered')}
          part={echo.answered}
          search={{ ...period, echo: 'answered' }}
          asked={echo.asked}
          before={echoBefore.answered}
          days={days}
        />
        <Part
          label={t('home.told')}
          search={{ ...period, echo: 'told' }}
          part={echo.told}
          asked={echo.asked}
          before={echoBefore.told}
          days={days}
        />
      </div>
      <Behind behind={home.behind} period={period} />
    </section>
  )
}

const FEW = 30

type PartProps = {
  label: string
  part: EchoRate['answered']
  before: EchoRate['answered']
  asked: number
  days: number
  search: Record<string, string>
}

function Part({ label, part, before, asked, days, search }: PartProps) {
  const { t } = useWords()
  const f = useFormat()
  return (
    <Link className={css.part} to="/explorer" search={search} title={t('figure.open')}>
      <span className={css.facts}>{label}</span>
      {part.rate === null ? (
        <span className={css.quiet}>{t('figure.nothing')}</span>
      ) : (
        <span className={css.middle}>{f.share(part.rate, part.interval)}</span>
      )}
      <span className={css.facts}>
        {asked > 0 && t('home.of', { count: part.count, n: asked })}
        {before.rate !== null &&
          ` · ${t('figure.before', { label: t('home.days-before', { n: days }), value: f.percent(before.rate) })}`}
      </span>
    </Link>
  )
}

const TONES = { waiting: undefined, inTime: undefined, late: 'broken', silent: 'broken' } as const

function Behind({ behind, period }: { behind: Home['behind']; period: Record<string, string> }) {
  const { t } = useWords()
  const f = useFormat()
  const rows = [
    { kind: 'waiting', label: t('home.waiting'), search: { echo: 'waiting' } },
    { kind: 'inTime', label: t('home.in-time'), search: { ...period, echo: 'in-time' } },
    { kind: 'late', label: t('home.late'), search: { ...period, echo: 'late' } },
    { kind: 'silent', label: t('home.silent'), search: { echo: 'silent' } },
  ] as const
  return (
    <nav className={css.behind} aria-label={t('home.behind')}>
      <h3 className={css.facts}>{t('home.behind')}</h3>
      {rows.map(({ kind, label, search }) => (
        <Link key={kind} to="/explorer" search={search} title={t('figure.open')} className={css.line}>
          <span>{label}</span>
          <b data-tone={behind[kind] > 0 ? TONES[kind] : undefined}>{f.number(behind[kind])}</b>
        </Link>
      ))}
      <Link to="/promises" className={css.line}>
        {t('home.ledger')}
        <IconChevronRight size={16} stroke={1.75} aria-hidden="true" />
      </Link>
    </nav>
  )
}
