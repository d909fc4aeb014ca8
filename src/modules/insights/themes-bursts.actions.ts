/** Looking for themes that rise, and telling those who lead and analyse. */
import { emergingThemes } from '../../engine/themes/emerging.ts'
import type { Db } from '../../platform/db/db.ts'
import { publicIdOf } from '../../shared/ids/public-id.ts'
import { DAY, type Instant, plus } from '../../shared/time/instant.ts'
import { dateIn, plusDays } from '../../shared/time/zone.ts'
import { notify, workspaceZone } from '../accounts/index.ts'
import { allThemes, daysOfThemes, endBursts, filedMarks, markLooked, type Theme, writeBurst } from './themes.store.ts'
import { rootsOf, titleOf, WEEKS_BEFORE, weeksOf } from './themes-figures.ts'
import { toldOfFindings } from './told.actions.ts'

/** A burst that is not seen for so long is over: one that stands at the edge is not told each day anew. */
const OVER_AFTER = 3 * DAY
/** Fewer weeks to compare with show nothing that is usual. */
const FEWEST_WEEKS = 2

/**
 * Looks which themes more people spoke of in the last seven days than in the weeks before, in proportion to all voices,
 * and tells of each once, when it begins.
 */
export async function lookForBursts(outer: Db, now: Instant): Promise<number> {
  return await outer.transaction(async (db) => {
    const marks = await filedMarks(db)
    const today = dateIn(now, await workspaceZone(db))
    const themes = await allThemes(db)
    const rows = await daysOfThemes(db, plusDays(today, 1 - 7 * (WEEKS_BEFORE + 1)), plusDays(today, 1))
    const { themes: counts, totals } = weeksOf(rows, rootsOf(themes), today)
    const weeks = totals.length - 1
    let begun = 0
    for (const { theme: number, usual, adjusted, ...seen } of weeks < FEWEST_WEEKS
      ? []
      : emergingThemes(counts, totals)) {
      const theme = themes.find((each) => each.number === number)
      if (theme === undefined || theme.hiddenAt !== null) continue
      if (!(await writeBurst(db, { theme: number, ...seen, ...usual, chance: adjusted, weeks }, now))) continue
      begun++
      await tellOfBurst(db, theme, seen, now)
    }
    await endBursts(db, plus(now, -OVER_AFTER), now)
    await markLooked(db, marks)
    return begun
  })
}

async function tellOfBurst(
  tx: Db,
  theme: Theme,
  { count, expected }: { count: number; expected: number },
  now: Instant,
): Promise<void> {
  const facts = { title: titleOf(theme), n: count, expected: Math.round(expected * 10) / 10 }
  for (const personId of await toldOfFindings(tx))
    await notify(tx, {
      personId,
      kind: 'theme-rising',
      subject: publicIdOf('theme', theme.id),
      facts,
      dedupe: `theme ${theme.id} rises ${now}`,
      now,
    })
}
