import type { Instant } from '../shared/time/instant.ts'
import type { OutsideModel } from './ai/outside-model.ts'
import type { Seal } from './auth/seal.ts'
import type { Models } from './files/models.ts'
import type { Log } from './log.ts'
import type { Threads } from './threads.ts'

/** What actions may need beside the database; made once at the start, handed to every route, listener and job. */
export type Tools = {
  now: () => Instant
  log: Log
  /** Where this installation is reached from outside, without a slash at the end. */
  publicUrl: string
  /** The SMTP server of the whole installation, or null when HX_SMTP_URL is not set. */
  smtpUrl: string | null
  /** Locks secrets that are kept in the database. */
  seal: Seal
  /** Heavy pure work, beside the HTTP threads. */
  threads: Threads
  /** What the engine has been trained to know, as bytes. */
  models: Models
  /** The model outside, or null when HX_AI_BASE_URL is not set. Ask it through the understanding module, which masks, counts and logs. */
  outside: OutsideModel | null
}
