/** The only way to the model outside: personal data is masked, the budget kept and everything logged before it is sent. */
import { findPii } from '../../engine/privacy/find.ts'
import { findKnown, joinFindings, type Known } from '../../engine/privacy/known.ts'
import { pseudonymise, restore } from '../../engine/privacy/pseudonyms.ts'
import type { ChatMessage, OutsideAnswer, OutsideModel } from '../../platform/ai/outside-model.ts'
import { pseudonymCipher } from '../../platform/auth/pseudonyms.ts'
import type { Db } from '../../platform/db/db.ts'
import { newId, newSecret } from '../../platform/ids.ts'
import type { Tools } from '../../platform/tools.ts'
import { DEFAULT_BUDGET, type OutsidePurpose } from '../../shared/contracts/outside-model.ts'
import type { Locale } from '../../shared/contracts/values.ts'
import { type Instant, plus, SECOND } from '../../shared/time/instant.ts'
import { audit, changesOf, isEmpty, workspaceZone } from '../accounts/index.ts'
import { outsideBudgetSpent, outsideFailed, outsideNotSetUp, outsideOff } from './outside-model.refusals.ts'
import {
  type About,
  endCall,
  giveBackLost,
  insertCall,
  putSettings,
  type Settings,
  settingsRow,
  settleShare,
  takeShare,
  usedIn,
} from './outside-model.store.ts'
import { BLANK, monthOf, mostTokensOf, type Prompt, plainAnswer } from './outside-model.ts'
import { THEME_NAME, themeNameIn, themeNamePrompt } from './theme-name.ts'

export type OutsideTools = Pick<Tools, 'seal' | 'outside' | 'now'>

const NOT_CHOSEN: Settings = { enabled: false, ...DEFAULT_BUDGET }

/** What people's pages need to know: whether there is anything to ask, and whether it is known to be away. */
export async function outsideState(db: Db, tools: OutsideTools): Promise<{ on: boolean; away: boolean }> {
  if (tools.outside === null) return { on: false, away: false }
  const { enabled } = (await settingsRow(db)) ?? NOT_CHOSEN
  return { on: enabled, away: enabled && tools.outside.isAway() }
}

export async function showOutsideSettings(db: Db, tools: OutsideTools, now: Instant) {
  const month = monthOf(now, await workspaceZone(db))
  const { outside } = tools
  return {
    service: outside === null ? null : { host: outside.host, model: outside.model },
    away: outside?.isAway() ?? false,
    ...((await settingsRow(db)) ?? NOT_CHOSEN),
    used: { month: month.slice(0, 7), ...(await usedIn(db, month)) },
  }
}

export async function changeOutsideSettings(
  db: Db,
  settings: Settings,
  { by, address, now }: { by: string; address: string; now: Instant },
): Promise<void> {
  await db.transaction(async (tx) => {
    const facts = changesOf((await settingsRow(tx)) ?? NOT_CHOSEN, settings)
    await putSettings(tx, settings, by, now)
    if (!isEmpty(facts)) await audit(tx, { by, address, now, action: 'outside-model.changed', subject: '', facts })
  })
}

export type AskedOutside = About & {
  purpose: OutsidePurpose
  by: string | null
  /** `system` holds our own fixed words and nothing else; all that anybody wrote stands in `user`, which is masked. */
  prompt: Prompt
  /** Personal data that is known from elsewhere, such as the customer's name. */
  known: readonly Known[]
  most: { tokens: number; characters: number }
  /** Our own words, whose addresses of pages may stand in the answer. */
  ours: string
  /** Whether the reader may see personal data: only then it is put back. */
  shows: boolean
  now: Instant
}

/**
 * Asks the model outside. Nothing is held in the database meanwhile.
 *
 * @returns plain text for a person to read, change and decide on; `unsure` when a blank is left in it
 * @throws Refusal 'outside-model.…': not set up, off, no budget left, or no answer
 */
export async function askOutside(
  db: Db,
  tools: OutsideTools,
  asked: AskedOutside,
): Promise<{ text: string; unsure: boolean; tokens: number; ms: number }> {
  const { outside } = tools
  if (outside === null) throw outsideNotSetUp()
  // Nothing would be sent: nothing is counted or written down.
  if (outside.isAway()) throw outsideFailed('away')
  const cipher = pseudonymCipher(tools.seal, db.workspaceId)
  const { system, user } = asked.prompt
  const hidden = pseudonymise(user, joinFindings(findPii(user), findKnown(user, asked.known)), cipher)
  const sent: ChatMessage[] = [
    { role: 'system', content: system },
    { role: 'user', content: hidden.text },
  ]
  const callId = await begin(db, outside, { ...asked, prompt: { system, user: hidden.text } }, sent)
  const answer = await outside.ask(sent, asked.most.tokens)
  await end(db, callId, answer)
  if (!answer.ok) throw outsideFailed(answer.fault)
  const plain = plainAnswer(answer.text, { most: asked.most.characters, ours: asked.ours })
  if (plain === '') throw outsideFailed('rubbish')
  const { text, unsure } = asked.shows ? putBack(plain) : { text: plain, unsure: plain.includes(BLANK) }
  return { text, unsure, tokens: answer.tokens.sent + answer.tokens.received, ms: answer.ms }

  function putBack(masked: string) {
    const restored = restore(masked, hidden.vault, cipher)
    const filled = restored.unknown.reduce((words, made) => words.replaceAll(made, BLANK), restored.text)
    return { text: filled, unsure: filled.includes(BLANK) }
  }
}

/** A share is held for as long as an answer is waited for, and a little more. */
const LEEWAY = 30 * SECOND

/** Takes the call's share of the budget and writes down what will be sent, both or neither. */
async function begin(
  db: Db,
  outside: OutsideModel,
  asked: AskedOutside,
  sent: readonly ChatMessage[],
): Promise<string> {
  const { now, by, purpose, caseId, customerId, feedbackIds, prompt, most } = asked
  return await db.transaction(async (tx) => {
    const settings = (await settingsRow(tx)) ?? NOT_CHOSEN
    if (!settings.enabled) throw outsideOff()
    const month = monthOf(now, await workspaceZone(tx))
    const taken = mostTokensOf(prompt, most.tokens)
    await giveBackLost(tx, now)
    if (!(await takeShare(tx, month, taken, settings))) throw outsideBudgetSpent(await usedIn(tx, month))
    const callId = newId(now)
    await insertCall(tx, {
      id: callId,
      at: now,
      by,
      purpose,
      caseId,
      customerId,
      feedbackIds,
      model: outside.model,
      sent,
      share: { month, taken, until: plus(now, outside.timeout + LEEWAY) },
    })
    return callId
  })
}

async function end(db: Db, callId: string, answer: OutsideAnswer): Promise<void> {
  const tokens = answer.ok ? answer.tokens : { sent: 0, received: 0 }
  await db.transaction(async (tx) => {
    await settleShare(tx, callId, tokens.sent + tokens.received)
    await endCall(tx, callId, {
      outcome: answer.ok ? 'answered' : answer.fault,
      received: answer.ok ? answer.text : '',
      tokens,
      ms: answer.ms,
    })
  })
}

/**
 * A name for a theme, for a person to take or leave.
 *
 * @param theme.feedbackIds the voices that the sentences are of: the entry of the log goes with them
 * @throws Refusal 'outside-model.…' as `askOutside` does
 */
export async function proposeThemeName(
  db: Db,
  tools: OutsideTools,
  theme: {
    by: string
    locale: Locale
    words: readonly string[]
    sentences: readonly string[]
    feedbackIds: readonly string[]
    now: Instant
  },
): Promise<string> {
  const { text } = await askOutside(db, tools, {
    purpose: 'theme-names',
    by: theme.by,
    caseId: null,
    customerId: null,
    feedbackIds: theme.feedbackIds,
    prompt: themeNamePrompt(theme.locale, theme, newSecret(9)),
    known: [],
    most: { ...THEME_NAME, characters: 200 },
    ours: '',
    // A theme is of many people: the name of one of them is no part of it.
    shows: false,
    now: theme.now,
  })
  const name = [...themeNameIn(text)].slice(0, THEME_NAME.characters).join('')
  if (name === '') throw outsideFailed('rubbish')
  return name
}

const TRIAL: Prompt = { system: 'You are asked whether you can be reached.', user: 'Answer with one word: here' }

/** Asks for one word, to see whether the service, the key and the model are right. */
export async function tryOutside(
  db: Db,
  tools: OutsideTools,
  { by, now }: { by: string; now: Instant },
): Promise<{ text: string; tokens: number; ms: number }> {
  const { text, tokens, ms } = await askOutside(db, tools, {
    purpose: 'trial',
    by,
    caseId: null,
    customerId: null,
    feedbackIds: [],
    prompt: TRIAL,
    known: [],
    most: { tokens: 200, characters: 200 },
    ours: '',
    shows: false,
    now,
  })
  return { text, tokens, ms }
}
