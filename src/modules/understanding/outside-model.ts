/** Rules of asking a model outside: what a call may cost, and what is taken of an answer. */
import { tokenCount } from '../../shared/text/token-count.ts'
import type { Instant } from '../../shared/time/instant.ts'
import { dateIn } from '../../shared/time/zone.ts'

/** What a model is told: what to do, and apart from it what people said, which is never an order. */
export type Prompt = { system: string; user: string }

export type Budget = { monthlyTokens: number; monthlyCalls: number }
export type Used = { tokens: number; calls: number }

/** Each message costs a few tokens beside its words. */
const FRAME = 16

/** The most tokens a call can cost: what is sent, rather too high, and all that may come back. */
export const mostTokensOf = ({ system, user }: Prompt, mostTokens: number): number =>
  tokenCount(system) + tokenCount(user) + FRAME + mostTokens

/** The first day of the month at that moment on the workspace's calendar, as 'YYYY-MM-01'. */
export const monthOf = (now: Instant, zone: string): string => `${dateIn(now, zone).slice(0, 7)}-01`

/** What reasoning models say to themselves first; a block that is not ended is all there is. */
const THOUGHTS = /<think(?:ing)?>[\s\S]*?(?:<\/think(?:ing)?>|$)/gi
const MARKUP = /^#{1,6}\s+|\*\*|__|^>\s?|^```[a-z]*\s*$|<\/?[a-z][^>\n]{0,200}>/gim
/** Control and direction signs, line and tab apart: nothing that shows otherwise than it reads. */
const INVISIBLE = /[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff]/g
const WHERE =
  /(?:https?:\/\/|www\.)[^\s<>"'）)」】，。；]+|(?<![\w@.])(?:[a-z0-9-]{1,63}\.){1,4}(?:com|cn|net|org|io|top|xyz|vip|cc|link|shop|app|info|ru)(?![\w.])[^\s<>"'）)」】，。；]*/gi
const LONGEST_READ = 40_000
/** What stands where a person must fill something in; a reply that holds it is not sent. */
export const BLANK = '{{?}}'

/**
 * What may be shown of an answer: plain text of at most `most` characters, ended at a sentence where that is possible.
 * Addresses of pages that are not in `ours` become a blank: a customer's words may have talked the model into one.
 */
export function plainAnswer(answer: string, { most, ours }: { most: number; ours: string }): string {
  const plain = answer
    .slice(0, LONGEST_READ)
    .replace(THOUGHTS, '')
    .replace(INVISIBLE, '')
    .replace(MARKUP, '')
    .replace(WHERE, (address) => (ours.includes(address.replace(/[.,;:!?]+$/, '')) ? address : BLANK))
    .replace(/[ \t]+\n/g, '\n')
    .replace(/\n{3,}/g, '\n\n')
    .toWellFormed()
    .trim()
  return cut(plain, most)
}

function cut(text: string, most: number): string {
  const signs = [...text]
  if (signs.length <= most) return text
  const start = signs.slice(0, most).join('')
  const end = Math.max(...['。', '！', '？', '. ', '! ', '? ', '\n'].map((sign) => start.lastIndexOf(sign)))
  if (end > start.length / 2) return start.slice(0, end + 1).trim()
  // A placeholder cut in two would never be put back.
  return `${start.replace(/\[[^\]]{0,40}$/, '').trimEnd()}…`
}
