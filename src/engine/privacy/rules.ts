/** What personal data looks like, kind by kind. Patterns are bounded, so time is linear. */
import { findAddresses } from './address.ts'
import { isHongKongIdentityNumber, isIdentityNumber, isTaiwanIdentityNumber, passesLuhn } from './checksums.ts'
import type { IsCapital } from './english-names.ts'
import type { PiiKind } from './kinds.ts'
import { matchesOf } from './matches.ts'
import { findNames } from './names.ts'
import type { Stretch } from './stretch.ts'

export type Rule = {
  kind: PiiKind
  find: (text: string, isCapital: IsCapital) => Stretch[]
  /** Also looked for where digits hide: 一三八, 138-0013, 138😀0013. */
  inDigits: boolean
  /** May stand in a text without a digit; most texts have none, and need not be searched for the rest. */
  withoutDigits?: true
}

type Holds = (value: string, text: string, at: number) => boolean

/** Stretches that match and pass the check; group 1 is the stretch when there is one. */
function matches(pattern: RegExp, holds: Holds = () => true) {
  return (text: string): Stretch[] => {
    const found: Stretch[] = []
    for (const match of matchesOf(pattern, text)) {
      const value = match[1] ?? match[0]
      const from = match.index + match[0].lastIndexOf(value)
      if (holds(value, text, from)) found.push({ from, to: from + value.length })
    }
    return found
  }
}

const before = (text: string, at: number, units: number): string => text.slice(Math.max(0, at - units), at)

const PROVINCES = '京津沪渝冀豫云辽黑湘皖鲁新苏浙赣鄂桂甘晋蒙陕吉闽贵粤青藏川宁琼使'
const PLATE_UNIT = '[a-hj-np-z0-9]'
const BYTE = '(?:25[0-5]|2[0-4]\\d|1?\\d?\\d)'
const ID_WORDS = '(?:身[份分]证(?:字号|号码|号)?|居留证|统一证号|id(?: (?:card|no\\.?|number))?|hkid)'
const ID_BEFORE = new RegExp(`${ID_WORDS}[^\\da-z]{0,6}$`)
const CARD_WORDS = /(?:卡号|银行卡|储蓄卡|信用卡|账号|帐号|打款|汇款|card)[^\d]{0,8}$/
/** What a letter and nine digits are called when they are no person's. */
const THINGS =
  /(?:型号|单号|编号|批次|批号|序列号|货号|款号|条码|sku|model|order|sn|s\/n|item|part)(?:号|号码| ?(?:no\.?|number|id|#))?[^\da-z]{0,4}$/
const PHONE_WORDS = '(?:电话|手机|手提|致电|来电|打给|whatsapp|tel|phone|mobile|call)(?:号码|号| ?(?:no\\.?|number))?'

const isCard: Holds = (value, text, at) => {
  const digits = value.replace(/\D/g, '')
  if (!passesLuhn(digits) || /^(\d)\1+$/.test(digits)) return false
  // One order number in ten passes the check by chance: ask for a card's first digits or a word that says so.
  return (/^(?:62|[345])/.test(digits) && !THINGS.test(before(text, at, 20))) || CARD_WORDS.test(before(text, at, 16))
}

/** One of ten numbers of things passes the check by chance. */
const isTaiwanId: Holds = (value, text, at) => isTaiwanIdentityNumber(value) && !THINGS.test(before(text, at, 20))
/** Without its brackets one of eleven part numbers would do. */
const isHongKongId: Holds = (value, text, at) =>
  isHongKongIdentityNumber(value) && (value.includes('(') || ID_BEFORE.test(before(text, at, 24)))

const countsDigits =
  (least: number, most: number): Holds =>
  (value) => {
    const digits = value.replace(/\D/g, '').length
    return digits >= least && digits <= most
  }

/** An order's or a parcel's own number: it has digits, and is not one of the words around. */
const isOrderNumber: Holds = (value) => /\d{3}/.test(value) && !/^(?:19|20)\d{2}-\d{1,2}(?:-\d{1,2})?$/.test(value)

/** In order of precedence: an identity number is not also a card. */
export const RULES: readonly Rule[] = [
  { kind: 'id-card', inDigits: true, find: matches(/(?<![\da-z])[1-9]\d{16}[\dx](?![\da-z])/g, isIdentityNumber) },
  { kind: 'id-card', inDigits: true, find: matches(/身[份分]证[^\d]{0,6}([1-9]\d{14})(?!\d)/g) },
  { kind: 'id-card', inDigits: false, find: matches(/(?<![\da-z-])[a-z][1289a-d]\d{8}(?![\da-z-])/g, isTaiwanId) },
  {
    kind: 'id-card',
    inDigits: false,
    find: matches(/(?<![\da-z-])[a-z]{1,2}\d{6}(?:\([\da]\)|[\da](?![\da-z-]))/g, isHongKongId),
  },
  { kind: 'mobile', inDigits: true, find: matches(/(?<!\d)(?:\+?86[- ]?)?1[3-9]\d(?:[- ]?\d{4}){2}(?!\d)/g) },
  {
    kind: 'mobile',
    inDigits: true,
    find: matches(/(?<![\d.])(?:\+?886[- ]?9\d{2}|09\d{2})(?:[- ]?\d{3}){2}(?![\d.]?\d)/g),
  },
  { kind: 'mobile', inDigits: false, find: matches(/(?<!\d)\+?85[23][- ]?[569]\d{3}[- ]?\d{4}(?!\d)/g) },
  {
    kind: 'mobile',
    inDigits: false,
    find: matches(new RegExp(`${PHONE_WORDS}[ :是为]{0,3}([569]\\d{3}[- ]?\\d{4})(?![\\d.-])`, 'g')),
  },
  {
    kind: 'mobile',
    inDigits: false,
    find: matches(/(?<![\d+])\+[1-9]\d{0,2}(?:[ -]?\(?\d{1,4}\)?){2,5}(?!\d)/g, countsDigits(9, 15)),
  },
  { kind: 'bank-card', inDigits: true, find: matches(/(?<![\d.])\d(?:[ -]?\d){12,18}(?![\d.]\d|\d)/g, isCard) },
  {
    kind: 'landline',
    inDigits: false,
    find: matches(
      /(?<![\d.-])(?:\(0\d{2,3}\) ?\d|0(?:10|2\d|[3-9]\d{2})(?:-\d|[2-9]))\d{6,7}(?:(?:转|-)\d{1,5})?(?!\d)/g,
    ),
  },
  // Taiwan: 02-2345-6789, (04) 2345 6789
  {
    kind: 'landline',
    inDigits: false,
    find: matches(/(?<![\d.-])(?:\(0[2-8]\d?\) ?|0[2-8]\d?-)\d{3,4}[- ]?\d{4}(?![\d-])/g),
  },
  {
    kind: 'landline',
    inDigits: false,
    find: matches(new RegExp(`${PHONE_WORDS}[ :是为]{0,3}([23]\\d{3}[- ]?\\d{4})(?![\\d.-])`, 'g')),
  },
  {
    kind: 'email',
    inDigits: false,
    withoutDigits: true,
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
  {
    kind: 'plate',
    inDigits: false,
    find: matches(/车牌(?:号码|号)?[ :是为]{0,3}([a-z]{2,3}[- ]?\d{3,4}|\d{3,4}[- ]?[a-z]{2})(?![a-z0-9])/g),
  },
  {
    kind: 'passport',
    inDigits: false,
    find: matches(/(?<![a-z0-9-])[eg]\d{8}(?![a-z0-9-])/g, (_, text, at) => !THINGS.test(before(text, at, 20))),
  },
  {
    kind: 'wechat',
    inDigits: false,
    withoutDigits: true,
    find: matches(
      /(?:微信|v信|(?<![a-z0-9])(?:vx|wx|weixin|wechat|line(?= ?(?:id|:))))(?:号|号码| ?id)?[ :是为]{0,3}([a-z][-_a-z0-9]{5,19})(?![a-z0-9])/g,
      (value) => /[\d_-]/.test(value),
    ),
  },
  { kind: 'qq', inDigits: false, find: matches(/(?:qq|扣扣|企鹅号)(?:号|号码)?[ :是为]{0,3}([1-9]\d{4,10})(?!\d)/g) },
  {
    kind: 'ip',
    inDigits: false,
    find: matches(
      new RegExp(`(?<![\\d.])${BYTE}(?:\\.${BYTE}){3}(?![\\d.]*\\d)`, 'g'),
      (_, text, at) =>
        !/(?:版本?|version|固件|app|ios|升级?到?|更新到?|build|v)[号: ]{0,2}$/.test(before(text, at, 10)),
    ),
  },
  { kind: 'address', inDigits: false, withoutDigits: true, find: findAddresses },
  { kind: 'name', inDigits: false, withoutDigits: true, find: findNames },
  {
    kind: 'order',
    inDigits: false,
    find: matches(
      /(?:订单|单号|运单|快递单|物流单|流水号|交易号|取件码|工单|保单|order|waybill|tracking|booking)(?:编号|号码|号|尾号| ?(?:no\.?|number|id|#))?[ :是为#(]{0,4}([a-z]{0,6}-?\d[\da-z-]{5,28})(?![\da-z])/g,
      isOrderNumber,
    ),
  },
]
