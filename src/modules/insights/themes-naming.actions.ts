import type { Db } from '../../platform/db/db.ts'
import type { User } from '../../platform/http/route.ts'
import type { Tools } from '../../platform/tools.ts'
import type { Instant } from '../../shared/time/instant.ts'
import { proposeThemeName } from '../understanding/index.ts'
import { themeOf } from './themes.actions.ts'

const DAYS = 30

/**
 * A name for a theme by the model outside, for a person to take or leave. Nothing is changed by it.
 *
 * @throws Refusal when there is no such theme, no model, no budget or no answer
 */
export async function nameProposal(
  db: Db,
  themeId: string,
  { user, tools, now }: { user: User; tools: Tools; now: Instant },
): Promise<{ name: string }> {
  const { words, sentences } = await themeOf(db, themeId, { days: DAYS, now })
  const name = await proposeThemeName(db, tools, {
    by: user.id,
    locale: user.locale,
    words: words.map(({ word }) => word),
    sentences: sentences.map(({ text }) => text),
    feedbackIds: sentences.map(({ feedback }) => feedback),
    now,
  })
  return { name }
}
