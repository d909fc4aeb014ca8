import { type Db, sql } from '../../platform/db/db.ts'
import type { Emotion } from '../../shared/contracts/reading-aids.ts'

/** How many of these voices say something in words and were read for what is felt; and how many show each emotion. */
export async function emotionCounts(
  db: Db,
  ids: readonly string[],
): Promise<{ read: number; counts: { emotion: Emotion; count: number }[] }> {
  const rows = await db.many<{ emotion: Emotion | null; read: number; count: number }>(sql`
    SELECT emotion, count(*) FILTER (WHERE value_specific IS NOT NULL OR emotion IS NOT NULL)::int AS read, count(*)::int AS count
    FROM understandings WHERE feedback_id = ANY(${[...ids]}::uuid[]) GROUP BY emotion`)
  return {
    read: rows.reduce((sum, { read }) => sum + read, 0),
    counts: rows.flatMap(({ emotion, count }) => (emotion === null ? [] : [{ emotion, count }])),
  }
}
