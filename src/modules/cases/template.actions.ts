/** Reply templates: kept, filled for a case, and a first set for new workspaces. */
import type { Db } from '../../platform/db/db.ts'
import { newId } from '../../platform/ids.ts'
import type { TemplatePlace } from '../../shared/contracts/templates.ts'
import type { Locale } from '../../shared/contracts/values.ts'
import { publicIdOf } from '../../shared/ids/public-id.ts'
import type { Instant } from '../../shared/time/instant.ts'
import { formatMoment } from '../../shared/words/format.ts'
import { audit, changesOf } from '../accounts/index.ts'
import { misfits, noSuchCase, noSuchTemplate } from './case.refusals.ts'
import { type CaseRow, caseById } from './case.store.ts'
import { type Way, wayTo } from './outgoing.actions.ts'
import { starterTemplates } from './starter-templates.ts'
import {
  insertTemplate,
  retireTemplate,
  type TemplateRow,
  type TemplateWords,
  templateById,
  updateTemplate,
} from './template.store.ts'
import { type PlaceValues, rendered, unknownPlaces } from './template.ts'

type Change = { by: string; address: string; now: Instant }

function checked(words: TemplateWords): TemplateWords {
  const unknown = unknownPlaces(words.text)
  if (unknown.length === 0) return words
  throw misfits(
    'template.unknown-place',
    'The text names places that are not known.',
    unknown.map((name) => ({
      path: 'text',
      message: `{{${name}}} is not known`,
      code: 'unknown-place',
      facts: { place: name },
    })),
  )
}

export async function addTemplate(db: Db, words: TemplateWords, { by, address, now }: Change): Promise<TemplateRow> {
  const id = newId(now)
  await db.transaction(async (tx) => {
    await insertTemplate(tx, { ...checked(words), id, starter: null, by, now })
    await audit(tx, {
      by,
      action: 'template.added',
      subject: publicIdOf('tpl', id),
      facts: { named: words.name },
      address,
      now,
    })
  })
  return { ...words, id, changedAt: now }
}

export async function changeTemplate(
  db: Db,
  id: string,
  words: TemplateWords,
  { by, address, now }: Change,
): Promise<TemplateRow> {
  await db.transaction(async (tx) => {
    const before = await templateById(tx, id)
    if (before === null || !(await updateTemplate(tx, id, checked(words), by, now))) throw noSuchTemplate()
    await audit(tx, {
      by,
      action: 'template.changed',
      subject: publicIdOf('tpl', id),
      facts: { named: words.name, ...changesOf(before, { ...before, ...words }) },
      address,
      now,
    })
  })
  return { ...words, id, changedAt: now }
}

export async function removeTemplate(db: Db, id: string, { by, address, now }: Change): Promise<void> {
  await db.transaction(async (tx) => {
    const before = await templateById(tx, id)
    if (before === null || !(await retireTemplate(tx, id, by, now))) throw noSuchTemplate()
    const facts = { named: before.name }
    await audit(tx, { by, action: 'template.retired', subject: publicIdOf('tpl', id), facts, address, now })
  })
}

/** A template's text for one case, with the places nothing is known for. */
export async function fillTemplate(
  db: Db,
  asked: { templateId: string; caseId: string; agent: string; publicUrl: string; now: Instant },
): Promise<{ text: string; missing: TemplatePlace[] }> {
  const [template, row] = [await templateById(db, asked.templateId), await caseById(db, asked.caseId)]
  if (template === null) throw noSuchTemplate()
  if (row === null) throw noSuchCase()
  const way = await wayTo(db, row, asked.publicUrl)
  return rendered(template.text, placeValues(row, way, asked.agent, asked.now, template.language))
}

/** What is known of a case for each place of a template. */
export function placeValues(
  row: Pick<CaseRow, 'dueAt'>,
  way: Way | null,
  agent: string,
  now: Instant,
  language: Locale = way?.addressee.locale ?? 'zh-CN',
): PlaceValues {
  return {
    'customer.name': way?.addressee.name ?? '',
    product: way?.voice.product ?? '',
    number: way?.addressee.code ?? '',
    'agent.name': agent,
    due: row.dueAt === null || way === null ? '' : formatMoment(language, row.dueAt, way.addressee.zone, now),
    workspace: way?.addressee.house.name ?? '',
  }
}

/** Gives a workspace its first templates, in its language first; what it has, or retired, is not added again. */
export async function addStarters(db: Db, locale: Locale, now: Instant): Promise<number> {
  return await db.transaction(async (tx) => {
    let added = 0
    for (const starter of starterTemplates(locale))
      if (await insertTemplate(tx, { ...starter, id: newId(now), by: null, now })) added++
    return added
  })
}
