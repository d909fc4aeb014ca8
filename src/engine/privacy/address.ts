import { isHan } from '../language/script.ts'
import type { IsCapital } from './english-names.ts'
import { matchesOf } from './matches.ts'
import type { Stretch } from './stretch.ts'

const NUMBER = '[0-9一二三四五六七八九十百零]'
/**
 * A street and a house number: the part of an address that gives it away. 忠孝东路五段1巷2弄3号 is one street; 知道3号 and
 * 一路3号 are a day, 2号线 a train.
 */
const STREET_NUMBER = new RegExp(
  `(?:(?<![线网套思铁公走一半上回迷电短])路|街|大道|(?<![知味通频渠跑车轨难管人报])道|巷|弄|胡同|村)(?:${NUMBER}{1,3}段)?(?:${NUMBER}{1,4}巷)?(?:${NUMBER}{1,4}弄)?${NUMBER}{1,6}(?:之[0-9]{1,3})?(?:号|弄)(?:之[0-9]{1,3})?(?![线店])`,
  'g',
)
/** A housing estate or tower and a flat in it. */
const ESTATE_FLAT =
  /(?:小区|花园|家园|公寓|大厦|广场|新村|苑|城|府|园|村)[ ,]?(?:[0-9a-z]{1,4}(?:期|区))?(?:[0-9a-z一二三四五六七八九十]{1,4}(?:号楼|栋|幢|座))[ ,-]?(?:[0-9a-z一二三四五六七八九十-]{1,6}(?:单元|楼|层|室|房|户|号))?/g
/** A building and a flat in it, whatever the estate is called. */
const BUILDING_FLAT =
  /[0-9a-z]{1,4}(?:号楼|栋|幢|座)[ ,-]?(?:[0-9一二三四五六七八九十]{1,3}单元)?[ ,-]?[0-9]{1,4}[a-z]?(?:室|房|户|号)(?!楼)/g
const INDOORS =
  /(?:[一-鿿]{2,8}?(?:大厦|小区|花园|公寓|广场|家园|新村))?(?:[ ,-]?[0-9a-z一二三四五六七八九十-]{1,6}(?:号楼|栋|幢|座|单元|楼|层|室|房|户|号)(?:之[0-9]{1,3})?){0,5}/y
/** 221b baker street; flat and town may stand around it. */
const ENGLISH_STREET =
  /(?<![\w.])(?:(?:flat|apt\.?|apartment|unit|room) [0-9a-z]{1,5},? )?[0-9]{1,5}[a-z]?,? ((?:[a-z][a-z'’-]{1,19} ){1,3})(?:street|st|road|rd|avenue|ave|lane|ln|drive|boulevard|blvd|court|terrace|crescent)(?![a-z])(?:, [a-z][a-z ]{1,30}? [a-z]{1,2}[0-9][0-9a-z]? [0-9][a-z]{2})?/g
const LONGEST_BEFORE = 28
const LONGEST_STREET = 8
const LEADS = /^.*(?:地址|住在|住址|送到|送去|送至|寄到|寄去|寄至|发到|发往|收货|位于|搬到|家在|[在到是于给址住去放])/
const REGION = /[省市区县镇乡]/

/** Street addresses in normalised text. Looks back a bounded way from each house number, so time is linear. */
export function findAddresses(text: string, isCapital: IsCapital): Stretch[] {
  const found: Stretch[] = []
  for (const pattern of [STREET_NUMBER, ESTATE_FLAT, BUILDING_FLAT])
    for (const match of matchesOf(pattern, text)) {
      const start = startOf(text, match.index)
      if (start === match.index) continue
      INDOORS.lastIndex = match.index + match[0].length
      const indoors = INDOORS.exec(text)?.[0].length ?? 0
      found.push({ from: start, to: match.index + match[0].length + indoors })
    }
  for (const match of matchesOf(ENGLISH_STREET, text)) {
    // '2 items on the road' is none: streets are written with capitals.
    const street = match.index + match[0].indexOf(match[1] ?? '')
    if (isCapital(street)) found.push({ from: match.index, to: match.index + match[0].length })
  }
  return found
}

const isPartOfName = (unit: number): boolean => isHan(unit) || (unit >= 0x61 && unit <= 0x7a)

/** Where the address begins whose street ends at `street`: at its region, else a street's name before. */
function startOf(text: string, street: number): number {
  let from = street
  while (from > 0 && street - from < LONGEST_BEFORE && isPartOfName(text.charCodeAt(from - 1))) from--
  const before = text.slice(from, street)
  const lead = LEADS.exec(before)?.[0].length ?? 0
  return REGION.test(before.slice(lead)) ? from + lead : Math.max(from + lead, street - LONGEST_STREET)
}
