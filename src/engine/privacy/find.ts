import { normalise, originalSpan } from '../language/normalise.ts'
import { findAddresses } from './address.ts'
import { isIdentityNumber, passesLuhn } from './checksums.ts'
import { digitView } from './digit-view.ts'
import { PII_KINDS, type PiiFinding, type PiiKind } from './kinds.ts'
import { findNames } from './names.ts'
import type { Stretch } from './stretch.ts'

/** A stretch of normalised text. */

type Rule = { kind: PiiKind; find: (text: string) => Stretch[]; inDigits: boolean }

/** Stretches that match and pass the check; group 1 is the stretch when there is one. Patterns are bounded, so time is linear. */
function matches(pattern: RegExp, holds: (value: string, text: string, at: number) => boolean = () => true) {
  return (text: string): Stretch[] => {
    const found: Stretch[] = []
    for (const match of text.matchAll(pattern)) {
      const value = match[1] ?? match[0]
      const from = match.index + match[0].lastIndexOf(value)
      if (holds(value, text, from)) found.push({ from, to: from + value.length })
    }
    return found
  }
}

const PROVINCES = '京津沪渝冀豫云辽黑湘皖鲁新苏浙赣鄂桂甘晋蒙陕吉闽贵粤青藏川宁琼使'
const PLATE_UNIT = '[a-hj-np-z0-9]'
const BYTE = '(?:25[0-5]|2[0-4]\\d|1?\\d?\\d)'
const CARD_WORDS = /(?:卡号|银行卡|储蓄卡|信用卡|账号|帐号|打款|汇款|card)[^\d]{0,8}$/

const isCard = (value: string, text: string, at: number): boolean => {
  const digits = value.replace(/\D/g, '')
  if (!passesLuhn(digits) || /^(\d)\1+$/.test(digits)) return false
  // One order number in ten passes the check by chance: ask for a card's first digits or a word that says so.
  return /^(?:62|[345])/.test(digits) || CARD_WORDS.test(text.slice(Math.max(0, at - 16), at))
}

/** In order of precedence: an identity number is not also a card. */
const RULES: readonly Rule[] = [
  { kind: 'id-card', inDigits: true, find: matches(/(?<![\da-z])[1-9]\d{16}[\dx](?![\da-z])/g, isIdentityNumber) },
  { kind: 'id-card', inDigits: true, find: matches(/身份证[^\d]{0,6}([1-9]\d{14})(?!\d)/g) },
  { kind: 'mobile', inDigits: true, find: matches(/(?<!\d)(?:\+?86[- ]?)?1[3-9]\d(?:[- ]?\d{4}){2}(?!\d)/g) },
  { kind: 'bank-card', inDigits: true, find: matches(/(?<![\d.])\d(?:[ -]?\d){12,18}(?![\d.]\d|\d)/g, isCard) },
  { kind: 'landline', inDigits: false, find: matches(/(?<!\d)0\d{2,3}-?\d{7,8}(?!\d)/g) },
  {
    kind: 'email',
    inDigits: false,
    find: matches(/(?<![a-z0-9._%+-])[a-z0-9._%+-]{1,64}@[a-z0-9-]{1,63}(?:\.[a-z0-9-]{1,63}){1,4}/g),
  },
  {
    kind: 'plate',
    inDigits: false,
    find: matches(
      new RegExp(
        `[${PROVINCES}][a-hj-np-z][·.\\- ]?(?:\\d{5}[a-hjk]|[a-hjk]${PLATE_UNIT}\\d{4}|${PLATE_UNIT}{4}(?:${PLATE_UNIT}|[挂学警港澳]))(?![a-z0-9])`,
        'g',
      ),
    ),
  },
  { kind: 'passport', inDigits: false, find: matches(/(?<![a-z0-9])[eg]\d{8}(?![a-z0-9])/g) },
  {
    kind: 'wechat',
    inDigits: false,
    find: matches(/(?:微信|v信|vx|wx|weixin|wechat)(?:号|号码| ?id)?[ :是为]{0,3}([a-z][-_a-z0-9]{5,19})(?![a-z0-9])/g),
  },
  { kind: 'qq', inDigits: false, find: matches(/(?:qq|扣扣|企鹅号)(?:号|号码)?[ :是为]{0,3}([1-9]\d{4,10})(?!\d)/g) },
  {
    kind: 'ip',
    inDigits: false,
    find: matches(
      new RegExp(`(?<![\\d.])${BYTE}(?:\\.${BYTE}){3}(?![\\d.]*\\d)`, 'g'),
      (_, text, at) => !/(?:版本|version|v)[号: ]{0,2}$/.test(text.slice(Math.max(0, at - 10), at)),
    ),
  },
  { kind: 'address', inDigits: false, find: findAddresses },
  { kind: 'name', inDigits: false, find: findNames },
]

/**
 * Personal data in a text, in order, none overlapping: identity numbers, telephone, card, e-mail, plate, passport,
 * WeChat and QQ numbers, IP addresses, street addresses, and names where the words around say so. Full-width digits,
 * 一三八 and marks between digits do not hide a number. Company data (400 numbers, credit codes) is not personal.
 * Reads the whole text in linear time; offsets are UTF-16 units of it.
 */
export function findPii(text: string): PiiFinding[] {
  const normalised = normalise(text, { collapse: false })
  const view = digitView(normalised.text)
  const taken: (Stretch & { kind: PiiKind })[] = []
  const take = (kind: PiiKind, stretches: readonly Stretch[]) => {
    for (const { from, to } of stretches) taken.push({ kind, from, to })
  }
  for (const { kind, find, inDigits } of RULES) {
    take(kind, find(normalised.text))
    if (view && inDigits)
      take(
        kind,
        find(view.text).map(({ from, to }) => ({ from: view.at[from]!, to: view.at[to - 1]! + 1 })),
      )
  }
  return withoutOverlaps(taken).map(({ kind, from, to }) => ({ kind, ...originalSpan(normalised, from, to) }))
}

/** Of stretches that overlap the kind named first wins; the rest stand in order of their place. */
function withoutOverlaps<T extends Stretch & { kind: PiiKind }>(stretches: readonly T[]): T[] {
  const byPlace = stretches.toSorted((a, b) => a.from - b.from || rank(a.kind) - rank(b.kind) || b.to - a.to)
  const kept: T[] = []
  for (const stretch of byPlace) {
    const last = kept.at(-1)
    if (last === undefined || stretch.from >= last.to) kept.push(stretch)
    else if (rank(stretch.kind) < rank(last.kind)) kept[kept.length - 1] = stretch
  }
  return kept
}

const rank = (kind: PiiKind): number => PII_KINDS.indexOf(kind)
