import { findPii } from '../engine/privacy/find.ts'
import { type Cipher, pseudonymise, restore } from '../engine/privacy/pseudonyms.ts'
import { pseudonymCipher } from '../platform/auth/pseudonyms.ts'
import { createSeal } from '../platform/auth/seal.ts'
import { readConfig } from '../platform/config.ts'
import { dataDirFor } from '../platform/db/embedded/launcher.ts'
import { StartRefusal } from '../platform/errors.ts'
import { secretOf } from '../platform/secret.ts'
import { type Command, readWords } from './command.ts'
import { answerLines } from './lines.ts'

/** Texts that are masked here get the same placeholders whenever the secret is the same, and others than in any workspace. */
const SCOPE = 'hx mask'

function cipherOfInstallation(): Cipher {
  const { secret, dataDir } = readConfig()
  return pseudonymCipher(createSeal(secretOf(secret, dataDir ?? dataDirFor())), SCOPE)
}

/** Puts placeholders in the place of personal data, with the locked values beside. Needs no database. */
export const maskCommand: Command = async (args) => {
  readWords(args, {}, [], 'hx mask')
  const cipher = cipherOfInstallation()
  return await answerLines(({ id, text }) => {
    const masked = pseudonymise(text, findPii(text), cipher)
    return { id, text: masked.text, hidden: masked.vault }
  })
}

/** Puts back what `hx mask` took out, with the same secret only. */
export const unmaskCommand: Command = async (args) => {
  readWords(args, {}, [], 'hx unmask')
  const cipher = cipherOfInstallation()
  return await answerLines(({ id, text, hidden = {} }) => {
    try {
      return { id, ...restore(text, hidden, cipher) }
    } catch (error) {
      if (!(error instanceof Error)) throw error
      throw new StartRefusal(
        'this was masked with another secret, or changed since (HX_SECRET, or the data folder of HX_DATA_DIR).',
      )
    }
  })
}
