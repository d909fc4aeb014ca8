/** Plays one case of the story through the product's own actions, at the moments it tells of, all or nothing. */
import {
  acknowledge,
  addCustomerMessage,
  addNote,
  answerCheck,
  closeBySilence,
  findBroken,
  handOver,
  moveByHand,
  newestCheck,
  openOrJoin,
  reply,
  resolve,
} from '../modules/cases/index.ts'
import type { Db } from '../platform/db/db.ts'
import type { Models } from '../platform/files/models.ts'
import type { Ground } from './load-ground.ts'
import type { CaseStep, DemoCase } from './story-shape.ts'

type Stage = { feedbackIds: ReadonlyMap<string, string>; ground: Ground; publicUrl: string; models: Models }

export async function playCase(
  tx: Db,
  { sourceId, openedAt, steps }: DemoCase,
  { feedbackIds, ground, publicUrl, models }: Stage,
): Promise<void> {
  const feedbackId = feedbackIds.get(sourceId)
  if (feedbackId === undefined) return
  const { caseId, how } = await openOrJoin(tx, { feedbackId, since: openedAt, by: null, publicUrl, now: openedAt })
  if (how !== 'opened') return
  for (const step of steps) {
    await findBroken(tx, step.at)
    await playStep(tx, caseId, feedbackId, step, { ground, publicUrl, models })
  }
}

async function playStep(
  tx: Db,
  caseId: string,
  feedbackId: string,
  step: CaseStep,
  { ground, publicUrl, models }: Omit<Stage, 'feedbackIds'>,
): Promise<void> {
  const now = step.at
  const person = (key: Parameters<Ground['people']['get']>[0]) => ground.people.get(key) ?? { id: '', name: '' }
  switch (step.kind) {
    case 'acknowledged':
      return await acknowledge(tx, caseId, publicUrl, now)
    case 'assigned':
      // Given by the lead: who takes a case themselves is at work on it.
      return await handOver(tx, { caseId, person: person(step.to).id, by: person('tang').id, now })
    case 'note':
      return void (await addNote(tx, {
        caseId,
        text: step.text,
        attachments: [],
        mentions: [],
        by: person(step.by).id,
        byName: person(step.by).name,
        now,
      }))
    case 'reply':
      return void (await reply(tx, {
        caseId,
        text: step.text,
        attachments: [],
        wait: false,
        by: person(step.by).id,
        byName: person(step.by).name,
        publicUrl,
        now,
      }))
    case 'customer':
      return void (await addCustomerMessage(tx, {
        feedbackId,
        text: step.text,
        channel: 'web',
        sourceId: `demo ${caseId} ${now}`,
        attachments: [],
        auto: false,
        models,
        publicUrl,
        now,
      }))
    case 'waiting':
      return await moveByHand(tx, { caseId, stage: 'waiting', by: person(step.by).id, now })
    case 'resolved':
      return await resolve(tx, {
        caseId,
        outcome: step.outcome,
        note: step.note,
        by: person(step.by).id,
        byName: person(step.by).name,
        publicUrl,
        now,
      })
    case 'satisfaction': {
      const check = await newestCheck(tx, caseId)
      if (check !== null) await answerCheck(tx, { checkId: check.id, answer: step.said, comment: '', now })
      return
    }
    case 'closed': {
      const check = await newestCheck(tx, caseId)
      if (check !== null) await closeBySilence(tx, { checkId: check.id, caseId, now })
    }
  }
}
