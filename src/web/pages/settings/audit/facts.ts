import { nominalMs, readDuration } from '../../../../shared/time/duration.ts'
import { type LocalDate, utcMidnight } from '../../../../shared/time/zone.ts'
import { isLocale, LOCALE_NAMES } from '../../../../shared/words/locale.ts'
import { useFormat } from '../../../format.ts'
import { useWords } from '../../../words.tsx'
import { type Conditions, useConditionWords } from '../promises/conditions.ts'

type Policy = { kind: string; duration: string; basis?: string; when?: Conditions }
type Rule = { name?: string; team: string | null; when?: Conditions }
type Hours = { opens: string; closes: string }

/** One line of an entry: what it is about, and what was written or how it changed. */
export type FactLine = { name: string; is: string } | { name: string; from: string; to: string }

const isChange = (value: unknown): value is { from: unknown; to: unknown } =>
  typeof value === 'object' && value !== null && 'from' in value && 'to' in value

/** What the name of an entry already says. */
const SAID = ['named', 'handler']

/** What an entry was done to, as people call it; empty where the action says it all. */
export function useSubjectWords(): (entry: { subject: string; facts: Record<string, unknown> }) => string {
  const { t, term } = useWords()
  return ({ subject, facts: { named, handler } }) => {
    if (typeof named === 'string') return named
    if (typeof handler === 'string') return term('job', handler)
    if (subject.startsWith('cust_')) return t('settings.audit-customer', { end: subject.slice(-4) })
    return /^(?:\w+_[0-9a-z]{20,}|[0-9a-f-]{36}|promises|calendar|routing|audit)$/.test(subject) ? '' : subject
  }
}

/** The facts of an entry in the reader's words. */
export function useFactWords(): (facts: Record<string, unknown>) => FactLine[] {
  const { t, term } = useWords()
  const wordOf = useValueWords()
  const nameOf = (field: string) => term('changed-fact', field)
  return (facts) => {
    // A role's change is the one that was not written by its field.
    if (isChange(facts)) return [{ name: t('settings.head-role'), ...read(facts, (value) => wordOf('role', value)) }]
    return Object.entries(facts)
      .filter(([field]) => !SAID.includes(field))
      .map(([field, value]) =>
        isChange(value)
          ? { name: nameOf(field), ...read(value, (one) => wordOf(field, one)) }
          : { name: nameOf(field), is: wordOf(field, value) },
      )
  }
}

function read({ from, to }: { from: unknown; to: unknown }, word: (value: unknown) => string) {
  const [old, now] = [word(from), word(to)]
  return { from: without(old, now), to: without(now, old) }
}

/** Of a text of several lines those that the other does not have; all of them when only their order differs. */
function without(text: string, other: string): string {
  const lines = text.split('\n')
  const known = other.split('\n')
  return lines.filter((line) => !known.includes(line)).join('\n') || text
}

function useValueWords(): (field: string, value: unknown) => string {
  const { t, term, locale } = useWords()
  const f = useFormat()
  const conditions = useConditionWords()
  const span = (iso: string) => {
    const found = readDuration(iso)
    return 'fault' in found ? iso : f.span(nominalMs(found.duration))
  }
  const whenWords = (when: Conditions | undefined) => conditions(when ?? {}).join(t('promises.and'))
  const policy = ({ kind, duration, basis, when }: Policy) =>
    t('settings.audit-policy', {
      when: whenWords(when),
      kind: term('promise', kind),
      span: span(duration),
      basis: basis === 'calendar' ? t('promises.basis.calendar') : t('promises.basis.clock'),
    })
  const rule = ({ when, team }: Rule) => t('settings.audit-rule', { when: whenWords(when), team: team ?? '–' })
  const hours = (day: readonly Hours[]) =>
    day.length === 0 ? t('promises.calendar.rest') : day.map(({ opens, closes }) => `${opens}–${closes}`).join(' ')
  const weekday = new Intl.DateTimeFormat(locale, { weekday: 'short', timeZone: 'UTC' })
  /** 2024-01-01 was a Monday. */
  const week = (days: readonly Hours[][]) =>
    days.map((day, i) => `${weekday.format(Date.UTC(2024, 0, 1 + i))} ${hours(day)}`)
  const date = new Intl.DateTimeFormat(locale, { dateStyle: 'medium', timeZone: 'UTC' })
  const days = (values: readonly LocalDate[]) => lines(values.map((day) => date.format(utcMidnight(day))))
  const lines = (values: readonly string[]) => (values.length === 0 ? t('settings.audit-nothing') : values.join('\n'))

  const fields: Readonly<Record<string, (value: never) => string>> = {
    role: (value: string) => term('role', value),
    channel: (value: string) => term('channel', value),
    sentiment: (value: string) => term('sentiment', value),
    intent: (value: string) => term('intent', value),
    score: (value: string) => term('score', value),
    echo: (value: string) => term('echo-state', value),
    setAside: (value: string) => (value === 'no' ? t('settings.no') : t('settings.yes')),
    since: (value: string) => f.full(value),
    until: (value: string) => f.full(value),
    scope: (value: string) => (value === 'read' ? t('settings.key-scope-read') : t('settings.key-scope-all')),
    silence: span,
    locale: (value: string) => (isLocale(value) ? LOCALE_NAMES[value] : value),
    language: (value: string) => (isLocale(value) ? LOCALE_NAMES[value] : value),
    publicHolidays: (value: string) => (value === 'cn' ? t('promises.calendar.cn') : t('promises.calendar.no-public')),
    policies: (value: Policy[]) => lines(value.map(policy)),
    rules: (value: Rule[]) => lines(value.map(rule)),
    week: (value: Hours[][]) => lines(week(value)),
    makeUpHours: hours,
    closed: days,
    working: days,
    logo: (value: number) => t('settings.audit-logo', { size: f.bytes((value * 3) / 4) }),
    changed: (value: string[]) => f.list(value.map((field) => term('changed-fact', field))),
  }
  return (field, value) => {
    if (value === null || value === undefined || value === '') return t('settings.audit-nothing')
    const own = fields[field]
    if (own) return own(value as never)
    if (typeof value === 'boolean') return value ? t('settings.yes') : t('settings.no')
    if (typeof value === 'number') return f.number(value)
    if (typeof value === 'string') return value
    if (Array.isArray(value)) return value.length === 0 ? t('settings.audit-nothing') : f.list(value.map(String))
    return JSON.stringify(value)
  }
}
