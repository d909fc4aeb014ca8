import type { Outcome } from '../../shared/contracts/cases.ts'
import type { Locale } from '../../shared/contracts/values.ts'
import type { Instant } from '../../shared/time/instant.ts'
import { type Pronoun, speakTo } from '../../shared/words/catalogues.ts'
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
  workspace: string
  /** How the workspace addresses customers in Chinese. */
  pronoun: Pronoun
  zone: string
}

export type Letter = { subject: string; text: string }

/** The language to write in: what they wrote in, else what they chose, else the workspace's. */
export const letterLocale = (spoken: string | null, chosen: string | null, workspace: Locale): Locale =>
  pickLocale([spoken ?? '', chosen ?? ''], workspace)

const joined = (...parts: (string | null)[]): string =>
  parts.filter((part) => part !== null && part !== '').join('\n\n')

const tongue = ({ locale, pronoun }: Pick<Addressee, 'locale' | 'pronoun'>): Speak => speakTo(locale, pronoun)

const hello = (to: Addressee): string =>
  to.name === '' ? tongue(to)('letter.hello-you') : tongue(to)('letter.hello', { name: to.name })

/** Day and time, also for today: a letter may be read tomorrow. */
const exactly = ({ locale, zone }: Addressee, at: Instant, now: Instant): string =>
  `${formatDay(locale, at, zone, now)} ${formatTime(locale, at, zone)}`

/** "We have it": the number, and by when we answer. `plain` is for the status page, where the rest is in sight. */
export function acknowledgement(to: Addressee, dueAt: Instant | null, now: Instant): Letter & { plain: string } {
  const t = tongue(to)
  const { code, link } = to
  const plain =
    dueAt === null ? t('letter.ack.open', { code }) : t('letter.ack.by', { code, due: exactly(to, dueAt, now) })
  const text = joined(hello(to), plain, `${t('letter.progress', { link })}\n${t('letter.answer-here')}`, to.workspace)
  return { subject: t('letter.ack.subject', { code }), text, plain }
}

/** A person's answer, with who wrote it and where the rest stands. The signature's line lets programs fold it away. */
export function replyLetter(to: Addressee, text: string, agent: string): Letter {
  const t = tongue(to)
  const foot = `-- \n${agent} · ${to.workspace}\n${t('letter.progress', { link: to.link })}`
  return { subject: t('letter.reply.subject', { code: to.code }), text: joined(text, foot) }
}

/** What came of it in our words, when nobody wrote any of their own. */
export function outcomeSentence(to: Pick<Addressee, 'locale' | 'pronoun'>, outcome: Outcome): string {
  const t = tongue(to)
  if (outcome === 'resolved') return t('letter.resolved.resolved')
  return outcome === 'explained' ? t('letter.resolved.explained') : t('letter.resolved.no-action')
}

/** What came of it, with the question whether it is solved. `plain` is what the conversation shows. */
export function resolutionLetter(
  to: Addressee,
  done: { outcome: Outcome; note: string; agent: string; check: string; until: Instant; now: Instant },
): Letter & { plain: string } {
  const t = tongue(to)
  const plain = joined(outcomeSentence(to, done.outcome), done.note)
  const ask = `${t('letter.check.ask')}\n${t('letter.check.link', { link: done.check })}`
  const until = t('letter.check.until', { until: exactly(to, done.until, done.now) })
  const foot = `-- \n${done.agent} · ${to.workspace}\n${t('letter.progress', { link: to.link })}`
  return {
    subject: t('letter.resolved.subject', { code: to.code }),
    text: joined(hello(to), plain, ask, until, foot),
    plain,
  }
}
