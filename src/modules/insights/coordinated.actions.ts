/** Coordinated posts as people see and judge them. */
import type { Db } from '../../platform/db/db.ts'
import type { CoordinatedPost } from '../../shared/contracts/coordinated.ts'
import { publicIdOf } from '../../shared/ids/public-id.ts'
import { DAY, type Instant, plus } from '../../shared/time/instant.ts'
import { audit } from '../accounts/index.ts'
import { noSuchPost } from './coordinated.refusals.ts'
import {
  type After,
  dismissPost,
  listPosts,
  postById,
  postsOfCustomers,
  recountPost,
  restorePost,
} from './coordinated.store.ts'

type Wanted = { days?: number | undefined; dismissed: 'no' | 'only'; limit: number; after: After | null; now: Instant }

/** Posts by their last copy, the newest first. */
export async function coordinatedPosts(
  db: Db,
  { days, dismissed, limit, after, now }: Wanted,
): Promise<{ items: CoordinatedPost[]; next: After | null }> {
  const since = days === undefined ? null : plus(now, -days * DAY)
  const found = await listPosts(db, { since, dismissed: dismissed === 'only' }, after, limit + 1)
  const items = found.slice(0, limit)
  const last = items.at(-1)
  return { items, next: found.length > limit && last !== undefined ? { at: last.lastAt, id: last.id } : null }
}

/** @throws Refusal when there is none */
export async function coordinatedPost(db: Db, id: string): Promise<CoordinatedPost> {
  const post = await postById(db, id)
  if (post === null) throw noSuchPost()
  return post
}

type Act = { by: string; address: string; now: Instant }

/**
 * Says that a post is not coordinated, or takes that back. It is remembered whatever copies come.
 *
 * @throws Refusal when there is no such post
 */
export async function judgePost(db: Db, id: string, coordinated: boolean, act: Act): Promise<void> {
  await db.transaction(async (tx) => {
    if ((await postById(tx, id)) === null) throw noSuchPost()
    const changed = coordinated ? await restorePost(tx, id) : await dismissPost(tx, id, act.by, act.now)
    if (!changed) return
    const action = coordinated ? 'coordinated.restored' : 'coordinated.dismissed'
    await audit(tx, { action, subject: publicIdOf('post', id), ...act })
  })
}

/** Counts posts without the words of customers that are about to be erased. Says how many posts it was. */
export async function leaveOutOfPosts(tx: Db, customerIds: readonly string[]): Promise<number> {
  const posts = await postsOfCustomers(tx, customerIds)
  for (const id of posts) await recountPost(tx, id, customerIds)
  return posts.length
}
