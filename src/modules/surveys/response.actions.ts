import type { Db } from '../../platform/db/db.ts'
import { newId } from '../../platform/ids.ts'
import { emit } from '../../platform/jobs/define.ts'
import type { Channel } from '../../shared/contracts/values.ts'
import { publicIdOf } from '../../shared/ids/public-id.ts'
import type { Definition } from '../../shared/questions/definition.ts'
import { openAt } from '../../shared/questions/definition.ts'
import type { AnswerRow } from '../../shared/questions/question.ts'
import { textIn } from '../../shared/questions/question.ts'
import type { Instant } from '../../shared/time/instant.ts'
import type { Locale } from '../../shared/words/locale.ts'
import { type CustomerPart, marksOf } from '../customers/index.ts'
import { type Outcome, receiveFeedbackIn } from '../feedback/index.ts'
import { type Contact, voiceOf } from './reading.ts'
import {
  answeredBy,
  eraseAnswered,
  insertAnswers,
  insertResponse,
  isFull,
  linkResponse,
  responsesBy,
  type Taken,
  takenBy,
} from './response.store.ts'
import { surveyAnswered } from './survey.events.ts'
import { badContact, surveyNotOpen } from './survey.refusals.ts'
import { type AskedRow, lockSurvey } from './survey.store.ts'

export type LinkFacts = Readonly<Partial<Record<'product' | 'order' | 'branch' | 'channel', string>>>

/** A whole response that fits. `suspect` names what looked unlike a person; it is kept as a fact, nothing is dropped. */
export type Filling = {
  submission: string
  version: number
  definition: Definition
  locale: Locale
  rows: readonly AnswerRow[]
  contact: Contact | null
  facts: LinkFacts
  startedAt: Instant
  source: 'link' | 'api'
  suspect: readonly ('honeypot' | 'fast')[]
}

/** How a response is taken. The demo is quiet, knows its customers, and was answered on the channels it was sent by. */
export type Way = {
  now: Instant
  publicUrl: string
  quiet?: boolean
  channel?: Channel
  customerId?: string | undefined
}

/**
 * Takes one response: response, answers, its one feedback and the news of it commit together. The same submission
 * gives the same answer again, also when the survey was closed in between.
 *
 * @throws Refusal 'survey.closed' and its kin; 'response.invalid' for a contact that cannot be one
 */
export async function takeResponse(
  db: Db,
  survey: AskedRow,
  filling: Filling,
  how: Way,
): Promise<{ status: 'added' | 'already'; taken: Taken }> {
  const { now } = how
  return await db.transaction(async (tx) => {
    // Only a survey with a cap is locked: its last place goes to one. The others are answered side by side.
    if (survey.definition?.settings.cap) await lockSurvey(tx, survey.id)
    const known = await takenBy(tx, survey.id, filling.submission)
    if (known !== null) return { status: 'already' as const, taken: known }
    await wantOpen(tx, survey, now)

    const response = { ...filling, id: newId(now), surveyId: survey.id, now }
    if (!(await insertResponse(tx, response))) {
      const first = await takenBy(tx, survey.id, filling.submission)
      if (first === null) throw new Error('a submission is there without its feedback')
      return { status: 'already' as const, taken: first }
    }
    const feedback = await receiveVoice(tx, survey, response, how)
    await linkResponse(tx, response.id, feedback.id)
    await insertAnswers(tx, response, filling.rows)
    const { id: responseId, version } = response
    await emit(tx, surveyAnswered, {
      surveyId: survey.id,
      version,
      responseId,
      feedbackId: feedback.id,
      answeredAt: now,
    })
    const { receivedAt, queryCode } = feedback
    return {
      status: 'added' as const,
      taken: { id: responseId, feedbackId: feedback.id, receivedAt, queryCode, locale: filling.locale, version },
    }
  })
}

async function wantOpen(tx: Db, survey: AskedRow, now: Instant): Promise<void> {
  if (survey.state !== 'open' || survey.definition === null) throw surveyNotOpen('closed')
  const opening = openAt(survey.definition, now)
  if (opening !== 'open') throw surveyNotOpen(opening)
  const { cap } = survey.definition.settings
  if (cap !== null && (await isFull(tx, survey.id, cap))) throw surveyNotOpen('full')
}

async function receiveVoice(
  tx: Db,
  survey: AskedRow,
  response: Filling & { id: string; now: Instant },
  { publicUrl, quiet, channel = 'survey', customerId }: Way,
): Promise<Exclude<Outcome, { status: 'refused' }>> {
  const { definition, locale, contact, suspect, facts } = response
  const { text, scores } = voiceOf(definition, response.rows, locale)
  const [outcome] = await receiveFeedbackIn(
    tx,
    [
      {
        channel,
        sourceId: publicIdOf('resp', response.id),
        ...(text !== '' && { text }),
        scores,
        ...(contact !== null && { customer: contact }),
        customerId,
        facts: {
          survey: publicIdOf('survey', survey.id),
          surveyTitle: textIn(definition.title, locale),
          surveyVersion: response.version,
          ...facts,
          ...(suspect.length > 0 && { suspect: [...suspect] }),
        },
        url: `${publicUrl}/s/${survey.slug}`,
      },
    ],
    { now: response.now, trusted: false, quiet },
  )
  if (outcome === undefined) throw new Error('a response got no outcome')
  if (outcome.status !== 'refused') return outcome
  if (contact !== null) throw badContact()
  throw outcome.refusal
}

/** What customers answered, in their copy and at their erasure. */
export const customerResponses: CustomerPart = {
  name: 'responses',
  copy: answeredBy,
  marks: async (tx, customerIds) => marksOf('resp', await responsesBy(tx, customerIds)),
  erase: (tx, customerIds) => eraseAnswered(tx, customerIds),
}
