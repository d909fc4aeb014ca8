/** Structured logs: one JSON object a line on stderr. Never a person's words, address or a secret: pass ids and counts. */
import pino from 'pino'

export type Log = {
  debug(facts: object, message: string): void
  info(facts: object, message: string): void
  warn(facts: object, message: string): void
  error(facts: object, message: string): void
}

/** Fields that would carry personal data or secrets are cut out wherever they stand. */
const CENSORED = ['password', 'text', 'email', 'phone', 'token', 'key', 'secret', 'authorization', 'cookie']

export function createLog(level: string): Log {
  return pino(
    {
      level,
      base: null,
      redact: { paths: CENSORED.flatMap((name) => [name, `*.${name}`]), censor: '[cut]' },
      timestamp: pino.stdTimeFunctions.isoTime,
    },
    pino.destination({ fd: 2, sync: false }),
  )
}
