/** One row of a file as one feedback. */

import type { Mapping } from '../../shared/contracts/imports.ts'
import { CHANNELS, type Channel } from '../../shared/contracts/values.ts'
import { type Instant, isoOf } from '../../shared/time/instant.ts'
import { atLocal } from '../../shared/time/zone.ts'

export type Values = Readonly<Record<string, unknown>>

/** The body of `POST /feedback` a row stands for, not yet checked. `identity` is what makes it the same row again. */
export type Draft = { item: Record<string, unknown>; identity: string }

/** Reads a row by the mapping. Moments without a zone are in `zone`. */
export function draftOf(values: Values, mapping: Mapping, zone: string): Draft {
  const cell = (column: string | undefined) => (column === undefined ? '' : textOf(values[column]))
  const text = cell(mapping.text)
  const occurred = cell(mapping.occurredAt)
  const channel = mapping.fixedChannel ?? channelOf(cell(mapping.channel))
  const shaped = shapedIn(values)
  const customer: Values =
    shaped.customer ??
    present({
      externalId: cell(mapping.externalId),
      email: cell(mapping.email),
      phone: cell(mapping.phone),
      name: cell(mapping.name),
    })
  const facts =
    shaped.facts ??
    present(Object.fromEntries(Object.entries(mapping.facts ?? {}).map(([name, column]) => [name, cell(column)])))
  const scores = shaped.scores ?? scoresOf(cell, mapping)
  const item = {
    channel,
    ...present({
      text,
      subject: cell(mapping.subject),
      sourceId: cell(mapping.sourceId),
      url: cell(mapping.url),
      language: cell(mapping.language),
    }),
    ...(scores.length > 0 && { scores }),
    ...(occurred !== '' && { occurredAt: momentOf(occurred, zone) }),
    ...(Object.keys(customer).length > 0 && { customer }),
    ...(Object.keys(facts).length > 0 && { facts }),
  }
  const author =
    ['externalId', 'email', 'phone', 'name'].map((field) => textOf(customer[field])).find((value) => value !== '') ?? ''
  return { item, identity: JSON.stringify([channel, author, occurred, text.replace(/\s+/g, ' '), scores]) }
}

/** What is refused of a row: in which column, and what stands there, cut short and fit to be kept and shown. */
export type Place = { column: string | null; value: string | null }

const SHOWN = 40

/** Nobody's words, name or number: reasons outlive the file, and no erasure of a customer would find them there. */
const TELLS_OF_NOBODY = /^(channel|occurredAt|language|scores\b.*)$/

/** Where a misfit of the draft stands in the file; a column is null when it is about no single one. */
export function placeOf(path: string, item: Draft['item'], values: Values, mapping: Mapping): Place {
  const column = columnOf(path, item, values, mapping)
  const value = column === null || !TELLS_OF_NOBODY.test(path) ? '' : shownText(textOf(values[column]))
  return { column: column === null ? null : shownText(column), value: value === '' ? null : value }
}

function columnOf(path: string, { scores }: Draft['item'], values: Values, mapping: Mapping): string | null {
  const [, group = '', rest = ''] = /^(customer|facts|scores)[.[](.+)$/.exec(path) ?? []
  const { customer, facts } = shapedIn(values)
  if (group === 'customer' && customer === undefined) return mapping[rest as 'email'] ?? null
  if (group === 'facts' && facts === undefined) return mapping.facts?.[rest] ?? null
  if (group === 'scores' && !Array.isArray(values.scores)) {
    const score = (scores as { kind: 'nps' }[] | undefined)?.[Number.parseInt(rest, 10)]
    return score === undefined ? null : (mapping[score.kind] ?? null)
  }
  return mapping[path as 'text'] ?? (path in values || group !== '' ? path : null)
}

/** No control characters and no half characters: neither the database nor a page can hold them. */
export function shownText(text: string, most = SHOWN): string {
  const whole = [
    ...text
      .slice(0, most * 4)
      .toWellFormed()
      .replace(/\p{Cc}+/gu, ' '),
  ]
  return whole.length > most ? `${whole.slice(0, most).join('')}…` : whole.join('')
}

type Shaped = { customer?: Values; facts?: Values; scores?: unknown[] }

/** What a line of JSON Lines brings in the shape of `POST /feedback` itself, to be checked like one. */
function shapedIn({ customer, facts, scores }: Values): Shaped {
  return {
    ...(isObject(customer) && { customer }),
    ...(isObject(facts) && { facts }),
    ...(Array.isArray(scores) && { scores }),
  }
}

const isObject = (value: unknown): value is Values =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

function textOf(value: unknown): string {
  if (typeof value === 'string') return value.trim()
  if (typeof value === 'number' || typeof value === 'boolean') return String(value)
  return value === null || value === undefined ? '' : JSON.stringify(value)
}

const present = <T extends Record<string, string>>(values: T): Partial<T> =>
  Object.fromEntries(Object.entries(values).filter(([, value]) => value !== '')) as Partial<T>

const CHANNEL_NAMES: Readonly<Record<string, Channel>> = {
  网页: 'web',
  官网: 'web',
  问卷: 'survey',
  邮件: 'email',
  邮箱: 'email',
  短信: 'sms',
  电话: 'call',
  热线: 'call',
  '400': 'call',
  在线客服: 'chat',
  聊天: 'chat',
  微信: 'wechat',
  公众号: 'wechat',
  企业微信: 'wecom',
  微博: 'social',
  小红书: 'social',
  抖音: 'social',
  应用商店: 'review',
  评论: 'review',
  论坛: 'forum',
  贴吧: 'forum',
  门店: 'counter',
  柜台: 'counter',
  纸质: 'paper',
  活动: 'gathering',
  其他: 'other',
}

function channelOf(name: string): Channel {
  const lower = name.toLowerCase()
  return (CHANNELS as readonly string[]).includes(lower) ? (lower as Channel) : (CHANNEL_NAMES[name] ?? 'import')
}

function scoresOf(cell: (column: string | undefined) => string, mapping: Mapping) {
  const of = (kind: 'nps' | 'csat' | 'ces' | 'rating', column: string | undefined) => {
    const text = cell(column)
    if (text === '') return []
    const value = Number(text.replace(/[分星]$/, ''))
    return [
      {
        kind,
        value,
        ...(kind === 'rating' &&
          mapping.ratingMax !== undefined && { scale: { min: Math.min(1, value), max: mapping.ratingMax } }),
      },
    ]
  }
  return [
    ...of('nps', mapping.nps),
    ...of('csat', mapping.csat),
    ...of('ces', mapping.ces),
    ...of('rating', mapping.rating),
  ]
}

const LOCAL = /^(\d{4})[-/.年](\d{1,2})[-/.月](\d{1,2})日?(?:[ T](\d{1,2}):(\d{2})(?::(\d{2}))?)?$/

/** ISO, or a local date and time as spreadsheets write it; what is neither stays as it is and is refused later. */
export function momentOf(text: string, zone: string): string {
  const local = LOCAL.exec(text)
  if (local !== null) {
    const [, year = '', month = '', day = '', hour = '0', minute = '0', second = '0'] = local
    const ms = (Number(hour) * 3600 + Number(minute) * 60 + Number(second)) * 1000
    const date = `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`
    return isRealDate(date) && ms < 86_400_000 ? isoOf(atLocal(date, ms, zone)) : text
  }
  if (/^\d{13}$/.test(text)) return isoOf(Number(text) as Instant)
  if (/^\d{10}$/.test(text)) return isoOf((Number(text) * 1000) as Instant)
  return text
}

const isRealDate = (date: string): boolean => {
  const at = new Date(`${date}T00:00:00Z`)
  return !Number.isNaN(at.getTime()) && at.toISOString().startsWith(date)
}
