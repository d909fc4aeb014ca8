import { matchesOf } from './matches.ts'
import { DOUBLE_SURNAMES, NOT_GIVEN, NOT_NAMES, SURNAMES } from './name-words.data.ts'
import type { Stretch } from './stretch.ts'

const HAN = '一-鿿'
const SURNAME = `(?:${DOUBLE_SURNAMES.join('|')}|[${SURNAMES}])`
/** A full name; its end is judged by `fullName`. */
const FULL = `(${SURNAME}[${HAN}]{1,2})`
const SAID = '[:是为叫 ]{0,3}'

/** Words after which a name stands, such as on a form. */
const INTRODUCED = new RegExp(
  `(?:我叫|我的名字[是叫]|本人|姓名|大名|联[系络]人|收件人|收货人|寄件人|取件人|订货人|订购人|经办人|申请人|投诉人|反馈人|当事人|被保险人|投保人|持卡人|户名|机主|车主|乘客|乘车人|入住人|预订人|患者|病人|会员名|真名|实名|称呼)${SAID}${FULL}`,
  'g',
)
/** 我是… is said of much else, so the name must end the clause. */
const I_AM = new RegExp(`(?<![${HAN}])(?:你好|您好)?[ ,!]{0,2}我是${FULL}(?![${HAN}a-z0-9])`, 'g')
const FAMILY = new RegExp(`(?:我|敝|免贵|本人|客户|她|他|位|个)姓(${SURNAME})(?![${HAN}]*名)`, 'g')

const TITLE =
  '(?:先生|女士|小姐|太太|师傅|老师|经理|店长|主管|主任|医生|大夫|医师|护士长|律师|教授|同学|阿姨|叔叔|队长|站长|校长|院长|督导)'
const BEGINS_WITH_TITLE = new RegExp(`^${TITLE}`)
const LONGEST_TITLE = 3
/** Short titles begin other words as well (总是, 工作), so something must end them. */
const SHORT_TITLE = `(?:总|工|哥|姐)(?=[^${HAN}]|[的说给在让没就]|$)`
/** What may stand before a name without being a part of it. */
const BEFORE = `(?:^|[^${HAN}]|[是找叫请给跟和与让由向对位名个的了被有问谢员人部把为同系络服]|师傅|快递|销售|姓名|维修)`
const ADDRESSED = new RegExp(`(?<=${BEFORE})(${SURNAME}[${HAN}]{0,2}?)(?:${TITLE}|${SHORT_TITLE})`, 'g')
/** 店长韩露说…: who somebody is, then their name, then how the sentence goes on. */
const BY_ROLE = new RegExp(
  `(?:会员|业主|住户|租客|房客|店长|经理|师傅|客服|派送员|快递员|配送员|骑手|司机|销售|店员|员工|服务员|导购|老师|医生|护士|教练|顾问|老公|老婆|丈夫|妻子|妈妈|爸爸|父亲|母亲|儿子|女儿|朋友|同事|同学|[我他她]妈|[我他她]爸)${FULL}(?=[^${HAN}]|[${NOT_GIVEN}]|$)`,
  'g',
)
/** What is no given name: 谢谢快递师傅 names nobody. */
const NO_GIVEN = /快递|安装|送餐|送货|外卖|大堂|[那这]位|维修|前台|售后|配送|部门|到$|族$/
/** 客服小王: whoever served, by the name colleagues use. */
const OF_STAFF = new RegExp(
  `(?:客服|师傅|快递员|骑手|销售|店员|服务员|技师|顾问|导购|柜员|同事|专员|司机|前台|派送员|配送员|教练|阿姨)[小老阿](${SURNAME})(?!子|国|者)`,
  'g',
)
/** A name beside a telephone number, as on a parcel. */
const BESIDE_NUMBER = new RegExp(
  `(?<![${HAN}])${FULL}[ ,:(]{0,3}(?:电话|手机|手机号|联系电话|tel)?[ :]{0,2}(?=\\+?(?:86[- ]?)?1[3-9]\\d[ -]?\\d{4}|09\\d{2}[ -]?\\d{3}|0\\d{2,3}-?\\d{7})`,
  'g',
)

const CALLED = new RegExp(`${TITLE}|[总工哥姐]`)

/** Names in Chinese, in normalised text. What most texts do not have is looked for first: it takes a third of the time. */
export function findChineseNames(text: string): Stretch[] {
  return [
    ...[INTRODUCED, BY_ROLE].flatMap((pattern) => fullNames(text, pattern)),
    ...(text.includes('我是') ? fullNames(text, I_AM) : []),
    ...(/\d/.test(text) ? fullNames(text, BESIDE_NUMBER) : []),
    ...(CALLED.test(text) ? addressed(text) : []),
    ...[FAMILY, OF_STAFF].flatMap((pattern) => matchesOf(pattern, text).map(groupOf)),
  ]
}

const groupOf = (match: RegExpExecArray): Stretch => {
  const name = match[1] ?? ''
  const from = match.index + match[0].lastIndexOf(name)
  return { from, to: from + name.length }
}

function fullNames(text: string, pattern: RegExp): Stretch[] {
  const found: Stretch[] = []
  for (const match of matchesOf(pattern, text)) {
    const { from, to } = groupOf(match)
    const name = fullName(text.slice(from, to), text.slice(to, to + LONGEST_TITLE))
    if (name !== null) found.push({ from, to: from + name.length })
  }
  return found
}

function addressed(text: string): Stretch[] {
  const found: Stretch[] = []
  for (const match of matchesOf(ADDRESSED, text)) {
    const name = (match[1] ?? '').replace(/(?<=.)[小姓]$/, '')
    const isThanks = text.slice(match.index - 1, match.index + 1) === '谢谢'
    if (!isThanks && !NOT_NAMES.has(match[0].slice(0, 2)) && !NO_GIVEN.test(name))
      found.push({ from: match.index, to: match.index + name.length })
  }
  return found
}

/** The part of the stretch that is a name; null when it is a word that begins like one. */
function fullName(stretch: string, next: string): string | null {
  if (NOT_NAMES.has(stretch.slice(0, 2)) || NO_GIVEN.test(stretch)) return null
  const least = DOUBLE_SURNAMES.some((surname) => stretch.startsWith(surname)) ? 3 : 2
  const told = stretch + next
  let end = stretch.length
  for (let i = least - 1; i < end; i++)
    if (NOT_GIVEN.includes(stretch[i] ?? '') || BEGINS_WITH_TITLE.test(told.slice(i))) end = i
  const titled = BEGINS_WITH_TITLE.test(told.slice(end))
  return end >= (titled ? least - 1 : least) ? stretch.slice(0, end) : null
}
