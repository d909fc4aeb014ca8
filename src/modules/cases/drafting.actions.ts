/** What a model outside may write about a case: a draft of a reply, a summary. A person reads it; nothing is sent by it. */
import type { Known } from '../../engine/privacy/known.ts'
import type { Db } from '../../platform/db/db.ts'
import type { User } from '../../platform/http/route.ts'
import { newSecret } from '../../platform/ids.ts'
import type { Tools } from '../../platform/tools.ts'
import { roleMay } from '../../shared/contracts/permissions.ts'
import type { Locale } from '../../shared/contracts/values.ts'
import { FEWEST_TURNS } from '../../shared/outside-model/turns.ts'
import type { Instant } from '../../shared/time/instant.ts'
import { askOutside } from '../understanding/index.ts'
import { noSuchCase, nothingSaid, tooShortToSum } from './case.refusals.ts'
import { caseById, voicesOf } from './case.store.ts'
import { messagesShown, voicesShown } from './case-view.store.ts'
import { DRAFT, draftPrompt } from './draft-prompt.ts'
import { likeliest } from './likeliest.ts'
import { wayTo } from './outgoing.actions.ts'
import { SUMMARY, summaryPrompt } from './summary-prompt.ts'
import { placeValues } from './template.actions.ts'
import { listTemplates } from './template.store.ts'
import { rendered } from './template.ts'
import type { Turn } from './transcript.ts'
import { identityValues } from './voice.store.ts'

type Asked = { caseId: string; user: User; tools: Tools; now: Instant }
type Written = { text: string; unsure: boolean }

/** A conversation with whose it is, and what of it is personal. Notes among colleagues are no part of it. */
async function talkOf(db: Db, caseId: string, publicUrl: string) {
  const row = await caseById(db, caseId)
  if (row === null) throw noSuchCase()
  const [way, voices, messages, feedbackIds] = await Promise.all([
    wayTo(db, row, publicUrl),
    voicesShown(db, caseId),
    messagesShown(db, caseId),
    voicesOf(db, caseId),
  ])
  if (way === null) throw nothingSaid()
  const said = [
    ...voices.map(({ text, occurredAt }) => ({ who: 'customer' as const, text, at: occurredAt })),
    ...messages
      .filter(({ direction, kind }) => direction === 'in' || (direction === 'out' && TOLD.includes(kind)))
      .map(({ direction, text, at }) => ({
        who: direction === 'in' ? ('customer' as const) : ('us' as const),
        text,
        at,
      })),
  ]
  const turns: Turn[] = said.filter(({ text }) => text.trim() !== '').toSorted((a, b) => a.at - b.at)
  const colleagues = messages.flatMap(({ author }) => (author === null ? [] : [author.name]))
  const customerId = row.customerId ?? way.voice.customerId
  const known: Known[] = [
    // Who has the code of a voice sees its page.
    ...voices.map(({ queryCode }): Known => ({ kind: 'order', value: queryCode })),
    ...[way.addressee.name, ...new Set(colleagues)].map((value): Known => ({ kind: 'name', value })),
    ...(customerId === null ? [] : await identityValues(db, customerId)),
  ]
  return { row, way, turns, known, about: { caseId, customerId, feedbackIds } }
}

/** What the house itself wrote: its answers, not what it sends by itself. */
const TOLD: readonly string[] = ['message', 'resolution']

/**
 * A draft of the next reply, in the customer's language and the house's tone, with the customer's data put back for those
 * who may see it.
 *
 * @throws Refusal 'outside-model.…' when there is no model, no budget or no answer
 */
export async function draftReply(db: Db, { caseId, user, tools, now }: Asked): Promise<Written> {
  const { row, way, turns, known, about } = await talkOf(db, caseId, tools.publicUrl)
  if (!turns.some(({ who }) => who === 'customer')) throw nothingSaid()
  const { locale, house } = way.addressee
  const ofTheirs = (await listTemplates(db)).filter(({ language }) => language === locale)
  const templates = likeliest(
    ofTheirs.map(({ name, situation, text }) => ({ name, text, about: `${name} ${situation}` })),
    turns.flatMap(({ who, text }) => (who === 'customer' ? [text] : [])).join('\n'),
  )
  const { text, unsure } = await askOutside(db, tools, {
    ...about,
    purpose: 'draft',
    by: user.id,
    prompt: draftPrompt({
      locale,
      house: { name: house.name, pronoun: house.pronoun ?? '你' },
      turns,
      templates,
      mark: newSecret(9),
    }),
    known: [...known, { kind: 'name', value: user.name }],
    most: DRAFT,
    ours: [...templates, ...turns.filter(({ who }) => who === 'us')].map((each) => each.text).join('\n'),
    shows: roleMay(user.role, 'customer:read'),
    now,
  })
  // A model that learned from our templates names their places.
  const filled = rendered(text, placeValues(row, way, user.name, now))
  return { text: filled.text, unsure: unsure || filled.missing.length > 0 }
}

/**
 * What a long conversation is about, for a colleague, in their language.
 *
 * @throws Refusal 'case.too-short-to-sum' below six turns, and as `draftReply` does
 */
export async function summarise(db: Db, { caseId, user, tools, now }: Asked): Promise<Written> {
  const { turns, known, about } = await talkOf(db, caseId, tools.publicUrl)
  if (turns.length < FEWEST_TURNS) throw tooShortToSum(FEWEST_TURNS)
  const locale: Locale = user.locale
  const { text, unsure } = await askOutside(db, tools, {
    ...about,
    purpose: 'summary',
    by: user.id,
    prompt: summaryPrompt(locale, turns, newSecret(9)),
    known,
    most: SUMMARY,
    ours: '',
    shows: roleMay(user.role, 'customer:read'),
    now,
  })
  return { text, unsure }
}
