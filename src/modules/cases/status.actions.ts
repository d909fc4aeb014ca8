/** What a customer sees and does on their own pages: the code, or the link's token, is all they need. */
import { hashOf } from '../../platform/auth/seal.ts'
import type { Database, Db } from '../../platform/db/db.ts'
import { readFile, type StoredFile } from '../../platform/files/files.store.ts'
import type { Models } from '../../platform/files/models.ts'
import type { PromiseKind, Stage } from '../../shared/contracts/cases.ts'
import type { Instant } from '../../shared/time/instant.ts'
import { caseOfVoice } from './case.store.ts'
import { checkById, findCheck, findVoice } from './check.store.ts'
import { addCustomerMessage } from './conversation.actions.ts'
import { owedBy } from './promise.store.ts'
import { queryCodeOf } from './query-code.ts'
import { answerCheck } from './resolution.actions.ts'
import {
  caseRead,
  codeOfCase,
  type MessageRead,
  mayReadFile,
  messagesRead,
  type VoiceRead,
  voiceRead,
  type WorkspaceRead,
  workspaceRead,
} from './status.store.ts'

export type StatusShown = {
  workspace: WorkspaceRead
  code: string
  voice: VoiceRead
  /** Null while no case answers this voice. */
  case: {
    stage: Stage
    owed: { kind: PromiseKind; dueAt: Instant; late: boolean }[]
    messages: MessageRead[]
    /** True while we ask whether it is solved. */
    asked: boolean
  } | null
}

/** Looks a code up as it was typed; null when there is none. */
async function found(database: Database, typed: string): Promise<{ db: Db; feedbackId: string; code: string } | null> {
  const code = queryCodeOf(typed)
  const voice = code === null ? null : await findVoice(database.lookups, code)
  return code === null || voice === null
    ? null
    : { db: database.in(voice.workspaceId), feedbackId: voice.feedbackId, code }
}

/**
 * All that the status page shows.
 *
 * @param more reads what modules to the right add, in the same transaction
 */
export async function statusByCode<More>(
  database: Database,
  typed: string,
  now: Instant,
  more: (db: Db, feedbackId: string, now: Instant) => Promise<More>,
): Promise<(StatusShown & { more: More }) | null> {
  const place = await found(database, typed)
  if (place === null) return null
  return await place.db.transaction(async (db) => {
    const voice = await voiceRead(db, place.feedbackId)
    if (voice === null) return null
    const workspace = await workspaceRead(db)
    return {
      workspace,
      code: place.code,
      voice,
      case: await caseShown(db, voice.id, now),
      more: await more(db, voice.id, now),
    }
  })
}

async function caseShown(db: Db, feedbackId: string, now: Instant): Promise<StatusShown['case']> {
  const caseId = await caseOfVoice(db, feedbackId)
  const row = caseId === null ? null : await caseRead(db, caseId)
  if (row === null) return null
  const open = !['resolved', 'verified', 'closed'].includes(row.stage)
  const owed = open ? (await owedBy(db, row.id)).filter(({ pausedAt }) => pausedAt === null) : []
  return {
    stage: row.stage,
    owed: owed.map(({ kind, dueAt, brokenAt }) => ({ kind, dueAt, late: brokenAt !== null || dueAt < now })),
    messages: await messagesRead(db, row.id),
    asked: row.checkId !== null,
  }
}

/** A file of their conversation; null for any other, notes' files among them. */
export async function fileByCode(database: Database, typed: string, fileId: string): Promise<StoredFile | null> {
  const place = await found(database, typed)
  const caseId = place === null ? null : await caseOfVoice(place.db, place.feedbackId)
  if (place === null || caseId === null || !(await mayReadFile(place.db, caseId, fileId))) return null
  return await readFile(place.db, fileId)
}

/**
 * What the customer writes on the status page.
 *
 * @param writing.once the form's own id: the same form sent twice is one message
 * @returns false when the code is not known
 */
export async function writeByCode(
  database: Database,
  writing: { typed: string; text: string; once: string; models: Models; publicUrl: string; now: Instant },
): Promise<boolean> {
  const place = await found(database, writing.typed)
  if (place === null) return false
  const { text, once, models, publicUrl, now } = writing
  const sourceId = `page ${place.code} ${once}`
  await addCustomerMessage(place.db, {
    feedbackId: place.feedbackId,
    text,
    channel: 'web',
    sourceId,
    attachments: [],
    auto: false,
    models,
    publicUrl,
    now,
  })
  return true
}

/** The answer to "is it solved?" on the status page; null when nothing is asked. */
export async function answerByCode(
  database: Database,
  given: { typed: string; answer: 'yes' | 'no'; comment: string; now: Instant },
): Promise<'yes' | 'no' | 'answered' | 'gone' | null> {
  const place = await found(database, given.typed)
  const caseId = place === null ? null : await caseOfVoice(place.db, place.feedbackId)
  const row = place === null || caseId === null ? null : await caseRead(place.db, caseId)
  if (place === null || row === null || row.checkId === null) return null
  return await answerCheck(place.db, {
    checkId: row.checkId,
    answer: given.answer,
    comment: given.comment,
    now: given.now,
  })
}

export type CheckShown = {
  workspace: WorkspaceRead
  voice: VoiceRead | null
  code: string | null
  state: 'asked' | 'answered' | 'gone'
}

/** What the link of a satisfaction check shows; null when the token is not one. */
export async function checkByToken(database: Database, token: string): Promise<CheckShown | null> {
  const known = await findCheck(database.lookups, hashOf(token))
  if (known === null) return null
  return await database.in(known.workspaceId).transaction(async (db) => {
    const check = await checkById(db, known.checkId)
    if (check === null) return null
    const row = await caseRead(db, check.caseId)
    const code = await codeOfCase(db, check.caseId)
    const place = code === null ? null : await findVoice(database.lookups, code)
    const voice = place === null ? null : await voiceRead(db, place.feedbackId)
    const open = row?.stage === 'resolved' || (row?.stage === 'closed' && check.endedAt !== null)
    const state = check.answeredAt !== null ? 'answered' : open ? 'asked' : 'gone'
    return { workspace: await workspaceRead(db), voice, code, state }
  })
}

/** The answer that came by the link; 'gone' when the token is not one. */
export async function answerByToken(
  database: Database,
  given: { token: string; answer: 'yes' | 'no'; comment: string; now: Instant },
): Promise<'yes' | 'no' | 'answered' | 'gone'> {
  const known = await findCheck(database.lookups, hashOf(given.token))
  if (known === null) return 'gone'
  return await answerCheck(database.in(known.workspaceId), {
    checkId: known.checkId,
    answer: given.answer,
    comment: given.comment,
    now: given.now,
  })
}
