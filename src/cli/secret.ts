import { type Command, print, readWords } from './command.ts'
import { withInstallation } from './installation.ts'

/**
 * Goes on with another secret when the old one is lost. What it sealed cannot be read by anybody: second factors are
 * taken off, so that people can sign in by password, and mailboxes pause until their password is entered again.
 */
export const renewSecretCommand: Command = async (args) => {
  readWords(args, {}, [], 'hx secret renew')
  const done = await withInstallation(async ({ database }) => {
    const count = async (statement: string) => (await database.owner.query(statement)).rowCount ?? 0
    await database.owner.query('DELETE FROM installation')
    return {
      secondFactorsRemoved: await count(
        'UPDATE people SET totp_sealed = NULL, totp_pending = NULL WHERE totp_sealed IS NOT NULL OR totp_pending IS NOT NULL',
      ),
      mailboxesPaused: await count('UPDATE mailboxes SET paused = true WHERE NOT paused'),
    }
  })
  print(done)
  return 0
}
