import type { Seal } from './seal.ts'

const ALPHABET = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567'
const SIGNS = 16

export type PseudonymCipher = {
  code(text: string): string
  close(plain: string): string
  open(sealed: string): string
}

/**
 * What makes and undoes pseudonyms of one workspace: a code of 16 signs (80 bits) that is always the same for the same
 * text here and another in every other workspace, and a lock for the values. Neither can be undone without the
 * installation's secret.
 */
export function pseudonymCipher(seal: Seal, workspaceId: string): PseudonymCipher {
  return {
    code(text) {
      const bytes = Buffer.from(seal.sign(`pseudonym ${workspaceId} ${text}`), 'base64url')
      let code = ''
      for (let i = 0; i < SIGNS; i++) code += ALPHABET[(bytes[i] ?? 0) % 32]
      return code
    },
    close: (plain) => seal.close(plain),
    open: (sealed) => seal.open(sealed),
  }
}
