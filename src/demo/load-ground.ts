/** What stands before anybody speaks: people, teams, categories, surveys, templates, customers, orders. */
import { addPerson, everyMember, insertTeam, setTeamMembers, teams } from '../modules/accounts/index.ts'
import { putOrders } from '../modules/behaviour/index.ts'
import { addTemplate } from '../modules/cases/index.ts'
import { putCustomer } from '../modules/customers/index.ts'
import { createSurvey, publishSurvey, saveDraft, surveyRow } from '../modules/surveys/index.ts'
import { addCategory, allCategories } from '../modules/understanding/index.ts'
import type { Db } from '../platform/db/db.ts'
import { newId } from '../platform/ids.ts'
import { DAY, HOUR, type Instant, plus } from '../shared/time/instant.ts'
import { atLocal } from '../shared/time/zone.ts'
import type { StaffKey, TeamKey } from './cast.ts'
import type { Story } from './story-shape.ts'
import { definitionOf } from './survey-definition.ts'
import { PRODUCTS, productName } from './taxonomy.ts'
import type { SurveyKey } from './templates.ts'

export type Ground = {
  people: ReadonlyMap<StaffKey, { id: string; name: string }>
  categories: ReadonlyMap<string, string>
  surveys: ReadonlyMap<SurveyKey, string>
  customers: ReadonlyMap<string, string>
}

/** Nothing the demo writes to can be reached by mail. */
export const mailOf = (address: string): string => `${address.split('@')[0] ?? 'nobody'}@hexiu.invalid`

const ORDERS_AT_ONCE = 1_000

/** The key of a category outside: `function.dock` is written `function-dock`. */
export const categoryKey = (key: string): string => key.replaceAll('.', '-')

export async function loadGround(db: Db, story: Story): Promise<Ground> {
  const begins = plus(story.startsAt, -7 * DAY)
  const people = await loadPeople(db, story, begins)
  const boss = people.get('tang')?.id ?? ''
  await loadTeams(db, story, people, begins)
  const categories = await loadCategories(db, story, boss, begins)
  const surveys = await loadSurveys(db, story, boss, begins)
  const act = { by: boss, address: '', now: begins }
  for (const [position, { title, situation, text }] of story.templates.entries()) {
    await addTemplate(db, { name: title, situation, text: placesIn(text), language: 'zh-CN', position }, act)
  }
  const customers = await loadCustomers(db, story, begins)
  await loadOrders(db, story)
  return { people, categories, surveys, customers }
}

const placesIn = (text: string): string =>
  text.replaceAll('{{name}}', '{{customer.name|你}}').replaceAll('{{agent}}', '{{agent.name}}')

async function loadPeople(db: Db, story: Story, now: Instant): Promise<Ground['people']> {
  const people = new Map<StaffKey, { id: string; name: string }>()
  for (const { key, name, email, role } of story.staff) {
    people.set(key, { id: await addPerson(db, { email: mailOf(email), name, password: null, role }, now), name })
  }
  return people
}

async function loadTeams(db: Db, story: Story, people: Ground['people'], now: Instant): Promise<void> {
  if ((await teams(db)).length > 0) return
  const ids = new Map<TeamKey, string>()
  await db.transaction(async (tx) => {
    for (const { key, name } of story.teams) {
      const id = newId(now)
      const lead =
        story.staff.find(({ team, role }) => team === key && role !== 'agent') ??
        story.staff.find(({ team }) => team === key)
      await insertTeam(tx, { id, name, leadId: lead === undefined ? null : (people.get(lead.key)?.id ?? null), now })
      ids.set(key, id)
    }
    for (const [key, id] of ids) {
      await setTeamMembers(
        tx,
        id,
        story.staff.filter(({ team }) => team === key).flatMap(({ key: person }) => people.get(person)?.id ?? []),
      )
    }
  })
  if ((await everyMember(db)).length < story.staff.length) throw new Error('the demo lost a member of staff')
}

/** The brand's own tree; the starter tree is only planted where there is none. */
async function loadCategories(db: Db, story: Story, by: string, now: Instant): Promise<Ground['categories']> {
  const known = new Map((await allCategories(db)).map(({ key, id }) => [key, id]))
  const ids = new Map<string, string>()
  const act = { by, address: '', now }
  for (const { key, parent, name, definition, words } of story.taxonomy) {
    const outside = categoryKey(key)
    const there = known.get(outside)
    const names = { 'zh-CN': name }
    ids.set(
      key,
      there ??
        (await addCategory(
          db,
          {
            key: outside,
            parent: parent === null ? null : (ids.get(parent) ?? null),
            names,
            definition,
            words: [...words],
          },
          act,
        )),
    )
  }
  return ids
}

async function loadSurveys(db: Db, story: Story, by: string, now: Instant): Promise<Ground['surveys']> {
  const ids = new Map<SurveyKey, string>()
  for (const survey of story.surveys) {
    const definition = definitionOf(survey)
    if (definition === null) continue
    const id = await createSurvey(db, { template: 'blank', title: survey.title }, { by, now })
    await saveDraft(db, id, { changedAt: (await surveyRow(db, id))?.changedAt ?? now, draft: definition }, now)
    await publishSurvey(db, id, { by, now })
    ids.set(survey.key, id)
  }
  return ids
}

async function loadCustomers(db: Db, story: Story, now: Instant): Promise<Ground['customers']> {
  const ids = new Map<string, string>()
  await db.transaction(async (tx) => {
    for (const { ref, name, tier, email, phone, city, branch } of story.customers) {
      const contact = { ...(email !== null && { email: mailOf(email) }), ...(phone !== null && { phone }) }
      const { id } = await putCustomer(tx, {
        externalId: ref,
        name,
        tier: tier ?? '',
        attributes: {
          city,
          ...(branch !== null && { branch: story.branches.find(({ key }) => key === branch)?.name ?? branch }),
        },
        ...contact,
        now,
      })
      ids.set(ref, id)
    }
  })
  return ids
}

/** Of so many orders one is of a customer we know; the others were bought without an account. */
const KNOWN_BUYER = 19

async function loadOrders(db: Db, story: Story): Promise<void> {
  const { customers } = story
  const orders = story.orders
    .flatMap(({ day, product, count }) =>
      Array.from({ length: count }, (_, i) => ({
        externalId: `HX${day.replaceAll('-', '')}-${PRODUCTS.find(({ key }) => key === product)?.model ?? product}-${i + 1}`,
        product: productName(product),
        amount: PRODUCTS.find(({ key }) => key === product)?.price ?? 0,
        currency: 'CNY',
        placedAt: atLocal(day, 9 * HOUR + Math.floor((i * 12 * HOUR) / count), story.brand.timeZone),
      })),
    )
    .map((order, n) => {
      const buyer = n % KNOWN_BUYER === 0 ? customers[(n / KNOWN_BUYER) % customers.length] : undefined
      return buyer === undefined ? order : { ...order, customer: { externalId: buyer.ref } }
    })
  for (let from = 0; from < orders.length; from += ORDERS_AT_ONCE)
    await putOrders(db, orders.slice(from, from + ORDERS_AT_ONCE), story.startsAt)
}
