import { isHan } from '../language/script.ts'
import type { Stretch } from './stretch.ts'

/** A street and a house number: the part of an address that gives it away. */
const STREET_NUMBER = /(?:路|街|大道|巷|弄|胡同)[0-9一二三四五六七八九十百]{1,6}(?:号|弄)/g
const INDOORS = /(?:[0-9a-z一二三四五六七八九十-]{1,6}(?:号楼|栋|幢|座|单元|楼|层|室|房|户|号)){1,5}/y
const LONGEST_BEFORE = 28
const LONGEST_STREET = 6
const LEADS = /^.*(?:地址|住在|住址|送到|寄到|发到|收货|位于|[在到是于给址住])/
const REGION = /[省市区县镇乡]/

/** Street addresses in normalised text. Looks back a bounded way from each house number, so time is linear. */
export function findAddresses(text: string): Stretch[] {
  const found: Stretch[] = []
  for (const match of text.matchAll(STREET_NUMBER)) {
    const street = match.index
    let from = street
    while (from > 0 && street - from < LONGEST_BEFORE && isHan(text.charCodeAt(from - 1))) from--
    const before = text.slice(from, street)
    const lead = LEADS.exec(before)?.[0].length ?? 0
    const start = REGION.test(before.slice(lead)) ? from + lead : Math.max(from + lead, street - LONGEST_STREET)
    INDOORS.lastIndex = street + match[0].length
    const indoors = INDOORS.exec(text)?.[0].length ?? 0
    found.push({ from: start, to: street + match[0].length + indoors })
  }
  return found
}
