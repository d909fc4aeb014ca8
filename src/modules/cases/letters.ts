import type { Outcome } from '../../shared/contracts/cases.ts'
import type { Locale } from '../../shared/contracts/values.ts'
import {
  type CustomersHouse,
  joined,
  type Letter,
  type WrittenLetter,
  writeLetter,
} from '../../shared/letters/letter.ts'
import type { Instant } from '../../shared/time/instant.ts'
import { speakTo } from '../../shared/words/catalogues.ts'
import { formatDay, formatTime } from '../../shared/words/format.ts'
import { pickLocale } from '../../shared/words/locale.ts'
import type { Speak } from '../../shared/words/say.ts'

/** Whom we write to, and what stands in every letter. */
export type Addressee = {
  locale: Locale
  name: string
  code: string
  /** The status page. */
  link: string
  house: CustomersHouse
  zone: string
  /** Whether what they answer to our mail reaches us. */
  heard: boolean
}

/** The language to write in: what they wrote in, else what they chose, else the workspace's. */
export const letterLocale = (spoken: string | null, chosen: string | null, workspace: Locale): Locale =>
  pickLocale([spoken ?? '', chosen ?? ''], workspace)

const tongue = ({ locale, house }: Pick<Addressee, 'locale' | 'house'>): Speak => speakTo(locale, house.pronoun)

const hello = (to: Addressee): string =>
  to.name === '' ? tongue(to)('letter.hello-you') : tongue(to)('letter.hello', { name: to.name })

const trackOf = (to: Addressee): NonNullable<Letter['track']> => ({
  code: to.code,
  label: tongue(to)('letter.progress'),
  link: to.link,
  also: null,
})

/** Day and time, also for today: a letter may be read tomorrow. */
const exactly = ({ locale, zone }: Addressee, at: Instant, now: Instant): string =>
  `${formatDay(locale, at, zone, now)} ${formatTime(locale, at, zone)}`

/** "We have it": the number, and by when we answer. `plain` is for the status page, where the rest is in sight. */
export function acknowledgement(to: Addressee, dueAt: Instant | null, now: Instant): WrittenLetter & { plain: string } {
  const t = tongue(to)
  const { locale, house, code } = to
  const plain =
    dueAt === null ? t('letter.ack.open', { code }) : t('letter.ack.by', { code, due: exactly(to, dueAt, now) })
  const written = writeLetter({
    locale,
    house,
    subject: t('letter.ack.subject', { code }),
    hello: hello(to),
    parts: [{ kind: 'say', text: plain }],
    by: house.name,
    track: { ...trackOf(to), also: to.heard ? t('letter.answer-here') : null },
  })
  return { ...written, plain }
}

/** A person's answer, with who wrote it and where the rest stands. */
export function replyLetter(to: Addressee, text: string, agent: string): WrittenLetter {
  const { locale, house, code } = to
  return writeLetter({
    locale,
    house,
    subject: tongue(to)('letter.reply.subject', { code }),
    hello: null,
    parts: [{ kind: 'written', text }],
    by: `${agent} · ${house.name}`,
    track: trackOf(to),
  })
}

/** What came of it in our words, when nobody wrote any of their own. */
function outcomeSentence(to: Pick<Addressee, 'locale' | 'house'>, outcome: Outcome): string {
  const t = tongue(to)
  if (outcome === 'resolved') return t('letter.resolved.resolved')
  return outcome === 'explained' ? t('letter.resolved.explained') : t('letter.resolved.no-action')
}

/** What came of it, with the question whether it is solved. `plain` is what the conversation shows. */
export function resolutionLetter(
  to: Addressee,
  done: { outcome: Outcome; note: string; agent: string; check: string; until: Instant; now: Instant },
): WrittenLetter & { plain: string } {
  const t = tongue(to)
  const { locale, house, code } = to
  const sentence = outcomeSentence(to, done.outcome)
  const written = writeLetter({
    locale,
    house,
    subject: t('letter.resolved.subject', { code }),
    hello: hello(to),
    parts: [
      { kind: 'say', text: sentence },
      ...(done.note === '' ? [] : [{ kind: 'written', text: done.note } as const]),
      { kind: 'check', ask: t('letter.check.ask'), label: t('letter.check.link'), link: done.check },
      { kind: 'say', text: t('letter.check.until', { until: exactly(to, done.until, done.now) }) },
    ],
    by: `${done.agent} · ${house.name}`,
    track: trackOf(to),
  })
  return { ...written, plain: joined(sentence, done.note) }
}
