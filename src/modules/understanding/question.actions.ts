import type { Db } from '../../platform/db/db.ts'
import type { Tools } from '../../platform/tools.ts'
import type { Question, ValueItem } from '../../shared/contracts/reading-aids.ts'
import type { Intent, Sentiment } from '../../shared/contracts/values.ts'
import { workspaceOf } from '../accounts/index.ts'
import { taxonomyOf } from './category.actions.ts'
import { allCategories } from './category.store.ts'
import { inPronoun, questionAbout, questionNamed, wantsAsking } from './reading-aids.ts'
import { ownReading } from './reading-own.actions.ts'

/** A voice as it is understood now; `categories` are ids, the first one named first. */
export type Asked = {
  id: string
  value: ValueItem
  intent: Intent | null
  sentiment: Sentiment | null
  categories: readonly string[]
}

/** What to ask about those of the voices that are vague, by voice. The tree is read only when one is. */
export async function questionsAbout(db: Db, voices: readonly Asked[]): Promise<Map<string, Question>> {
  const vague = voices.filter(wantsAsking)
  if (vague.length === 0) return new Map()
  const [categories, { pronoun }] = await Promise.all([allCategories(db), workspaceOf(db)])
  const taxonomy = taxonomyOf(categories)
  const keyOf = new Map(categories.map(({ id, key }) => [id, key]))
  return new Map(
    vague.flatMap((voice): [string, Question][] => {
      const keys = voice.categories.flatMap((id) => keyOf.get(id) ?? [])
      const question = questionAbout(voice, keys, taxonomy)
      return question === null ? [] : [[voice.id, inPronoun(question, pronoun)]]
    }),
  )
}

/** Who writes more has said what it is about. */
const LONGEST_VAGUE = 200

/** What to ask once more about words that are vague, before they are a feedback; null where they are not. */
export async function askBack(
  db: Db,
  text: string,
  tools: Pick<Tools, 'threads' | 'models'>,
): Promise<{ key: string; question: Question } | null> {
  if (text.trim() === '' || text.length > LONGEST_VAGUE) return null
  const [own, categories, { pronoun }] = await Promise.all([ownReading(db), allCategories(db), workspaceOf(db)])
  const key = await tools.threads.call<string | null>(
    new URL('./reading.ts', import.meta.url),
    'askedOf',
    text,
    taxonomyOf(categories),
    tools.models,
    own,
  )
  const question = key === null ? null : questionNamed(key, pronoun)
  return key === null || question === null ? null : { key, question }
}
