/** Finding texts that many pass on, as they are understood, and telling those who lead and analyse. */
import { coordinated, FEWEST_SIGNS, FEWEST_SPEAKERS, WINDOW } from '../../engine/similarity/coordinated.ts'
import type { Db } from '../../platform/db/db.ts'
import { newId } from '../../platform/ids.ts'
import { publicIdOf } from '../../shared/ids/public-id.ts'
import { DAY, type Instant } from '../../shared/time/instant.ts'
import { notify } from '../accounts/index.ts'
import {
  addTexts,
  type Counted,
  crowdedVoices,
  fingerprintsOf,
  insertPost,
  lockPosts,
  postsOf,
  postWith,
  recountPost,
} from './coordinated.store.ts'
import { copiesIn } from './similar.actions.ts'
import { signedVoice } from './similar.store.ts'
import { toldOfFindings } from './told.actions.ts'

/** A voice with fewer copies around it is not looked at closely. */
const CROWDED = { bulk: FEWEST_SIGNS, fewest: FEWEST_SPEAKERS - 1, days: WINDOW / DAY }

/**
 * Looks whether voices that were understood say what many say, makes a post of what is new and counts what is known
 * anew. Most voices are crowded by nobody and cost one look for all of them.
 *
 * @returns how many posts are new
 */
export async function notePosts(db: Db, ids: readonly string[], now: Instant): Promise<number> {
  let found = 0
  for (const { id, fingerprint } of await crowdedVoices(db, ids, CROWDED))
    found += await db.transaction((tx) => lookAt(tx, { id, fingerprint }, now))
  for (const post of await postsOf(db, ids)) await recountPost(db, post)
  return found
}

/** 1 when a post was made of what the voice says. */
async function lookAt(tx: Db, { id, fingerprint }: { id: string; fingerprint: string }, now: Instant): Promise<number> {
  await lockPosts(tx)
  const voice = await signedVoice(tx, id)
  if (voice === null || (await postWith(tx, [fingerprint])) !== null) return 0
  const { copies } = await copiesIn(tx, { ...voice, fingerprint })
  const texts = await fingerprintsOf(
    tx,
    copies.map((copy) => copy.id),
  )
  const known = await postWith(tx, texts)
  if (known !== null) {
    await addTexts(tx, known, [fingerprint])
    return 0
  }
  const seen = copies.map(({ root, occurredAt, alike }) => ({ who: root, at: occurredAt, alike }))
  if (coordinated(seen, voice.bulk) === null) return 0
  const post = newId(now)
  await insertPost(tx, post, now)
  await addTexts(tx, post, texts)
  const counted = await recountPost(tx, post)
  if (counted !== null) await tellOfPost(tx, post, counted, now)
  return 1
}

/** Without a word of what they said: the bell outlives what customers erase. */
async function tellOfPost(tx: Db, post: string, { people, unknown }: Counted, now: Instant): Promise<void> {
  for (const personId of await toldOfFindings(tx))
    await notify(tx, {
      personId,
      kind: 'post-coordinated',
      subject: publicIdOf('post', post),
      facts: { n: people + unknown },
      dedupe: `post ${post}`,
      now,
    })
}
