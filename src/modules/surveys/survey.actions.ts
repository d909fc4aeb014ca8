import type { Db } from '../../platform/db/db.ts'
import { newId, newQueryCode } from '../../platform/ids.ts'
import { emit } from '../../platform/jobs/define.ts'
import { publicIdOf } from '../../shared/ids/public-id.ts'
import { type Definition, type Fault, faultsOf } from '../../shared/questions/definition.ts'
import { textIn } from '../../shared/questions/question.ts'
import type { Instant } from '../../shared/time/instant.ts'
import { LOCALES, type Locale } from '../../shared/words/locale.ts'
import { audit } from '../accounts/index.ts'
import { surveyPublished } from './survey.events.ts'
import {
  changedMeanwhile,
  hasAnswers,
  neverPublished,
  noSuchSurvey,
  noSuchTemplate,
  notReady,
  slugTaken,
} from './survey.refusals.ts'
import * as store from './survey.store.ts'
import { inLanguages, templateOf } from './templates/all.ts'

type Act = { by: string; now: Instant }

const SLUG_TRIES = 5
const SLUG_LENGTH = 8

/** Eight characters that nobody misreads: short enough for print, too many to guess one by one. */
const newSlug = (): string => newQueryCode().replaceAll('-', '').slice(0, SLUG_LENGTH).toLowerCase()

const titleOf = (definition: Definition): string => textIn(definition.title, definition.locales[0] ?? 'zh-CN')

/** Makes a survey from a template; gives its id. */
export async function createSurvey(
  db: Db,
  wanted: { template: string; title?: string | undefined; locales?: readonly Locale[] | undefined },
  { by, now }: Act,
): Promise<string> {
  const template = templateOf(wanted.template)
  if (template === null) throw noSuchTemplate(wanted.template)
  const locales = LOCALES.filter((locale) => (wanted.locales ?? template.definition.locales).includes(locale))
  const begun = inLanguages(template.definition, locales)
  const [first = 'zh-CN'] = locales
  const draft = wanted.title ? { ...begun, title: { ...begun.title, [first]: wanted.title } } : begun
  const id = newId(now)
  for (let tried = 0; tried < SLUG_TRIES; tried++) {
    const survey = { id, slug: newSlug(), title: titleOf(draft), template: wanted.template, draft, by, now }
    if (await store.insertSurvey(db, survey)) return id
  }
  throw new Error('every new address was taken')
}

/**
 * Keeps a draft.
 *
 * @param saved.changedAt  the moment of the change it was made from
 * @throws Refusal 'survey.changed' when somebody else has changed it since
 */
export async function saveDraft(
  db: Db,
  id: string,
  saved: { changedAt: Instant; draft: Definition },
  now: Instant,
): Promise<void> {
  const { draft, changedAt } = saved
  if (await store.updateDraft(db, { id, draft, title: titleOf(draft), expected: changedAt, now })) return
  throw (await store.surveyRow(db, id)) === null ? noSuchSurvey() : changedMeanwhile()
}

/** Gives the survey another word in its link. */
export async function moveSurvey(db: Db, id: string, slug: string, { by, now }: Act): Promise<void> {
  await db.transaction(async (tx) => {
    const survey = await store.lockSurvey(tx, id)
    if (survey === null) throw noSuchSurvey()
    if (!(await store.isSlugFree(tx, slug, id))) throw slugTaken(slug)
    await store.updateSlug(tx, id, slug)
    await audit(tx, {
      by,
      now,
      action: 'survey.moved',
      subject: publicIdOf('survey', id),
      facts: { named: survey.title, slug: { from: survey.slug, to: slug } },
    })
  })
}

/** Freezes the draft as the next version, and opens the survey. An unchanged draft makes no new version. */
export async function publishSurvey(db: Db, id: string, { by, now }: Act): Promise<void> {
  await db.transaction(async (tx) => {
    const survey = await store.lockSurvey(tx, id)
    if (survey === null) throw noSuchSurvey()
    const faults = faultsOf(survey.draft)
    if (faults.length > 0) throw notReady(faults.map((fault) => ({ path: fault.path, message: messageOf(fault) })))

    const before = await store.versionRow(tx, id, survey.version)
    const unchanged = before !== null && JSON.stringify(before.definition) === JSON.stringify(survey.draft)
    const version = unchanged ? survey.version : survey.version + 1
    if (unchanged) await store.updateState(tx, id, 'open')
    else await store.insertVersion(tx, { id, version, definition: survey.draft, by, now })
    await audit(tx, {
      by,
      now,
      action: 'survey.published',
      subject: publicIdOf('survey', id),
      facts: { named: survey.title, version },
    })
    await emit(tx, surveyPublished, { surveyId: id, version, by, at: now })
  })
}

/** Closes a survey or opens it again; doing it twice changes nothing. */
export async function turnSurvey(db: Db, id: string, state: 'open' | 'closed', { by, now }: Act): Promise<void> {
  await db.transaction(async (tx) => {
    const survey = await store.lockSurvey(tx, id)
    if (survey === null) throw noSuchSurvey()
    if (survey.version === 0) throw neverPublished()
    if (survey.state === state) return
    await store.updateState(tx, id, state)
    const action = state === 'open' ? 'survey.reopened' : 'survey.closed'
    await audit(tx, { by, now, action, subject: publicIdOf('survey', id), facts: { named: survey.title } })
  })
}

/** Removes a survey that nobody has answered. */
export async function removeSurvey(db: Db, id: string, { by, now }: Act): Promise<void> {
  await db.transaction(async (tx) => {
    const survey = await store.lockSurvey(tx, id)
    if (survey === null) throw noSuchSurvey()
    if (!(await store.deleteUnanswered(tx, id))) throw hasAnswers()
    await audit(tx, {
      by,
      now,
      action: 'survey.deleted',
      subject: publicIdOf('survey', id),
      facts: { named: survey.title },
    })
  })
}

const MESSAGES: Record<Fault['why'], string> = {
  'no-locale': 'Choose at least one language.',
  'no-question': 'Ask at least one question.',
  'no-title': 'Write a title.',
  'no-label': 'Write what is asked.',
  'no-translation': 'Write this text in every language of the survey.',
  'duplicate-key': 'Another question has the same key.',
  'few-options': 'Offer at least two options.',
  'no-option-label': 'Write what this option says.',
  'duplicate-option': 'This option is there twice.',
  'dates-reversed': 'The survey would close before it opens.',
}

const messageOf = ({ why, locale }: Fault): string => (locale === null ? MESSAGES[why] : `${MESSAGES[why]} (${locale})`)
