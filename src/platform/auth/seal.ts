import {
  createCipheriv,
  createDecipheriv,
  createHash,
  createHmac,
  hkdfSync,
  randomBytes,
  timingSafeEqual,
} from 'node:crypto'

export type Seal = {
  /** Encrypts a secret that must be read again (a mailbox password, a TOTP seed). */
  close(plain: string): string
  /** Decrypts what `close` made; throws when it was altered or the key is another. */
  open(sealed: string): string
  /** A keyed fingerprint, for links that need no row of their own. */
  sign(text: string): string
  /** True when `signature` is what `sign` gives for this text; takes the same time either way. */
  verify(text: string, signature: string): boolean
}

/** AES-256-GCM under a key derived from the installation's secret. */
export function createSeal(secret: string): Seal {
  const key = (purpose: string) => Buffer.from(hkdfSync('sha256', secret, 'huixiang', purpose, 32))
  const sealing = key('seal')
  const signing = key('sign')
  const sign = (text: string) => createHmac('sha256', signing).update(text).digest('base64url').slice(0, 32)
  return {
    close(plain) {
      const nonce = randomBytes(12)
      const cipher = createCipheriv('aes-256-gcm', sealing, nonce)
      const body = Buffer.concat([cipher.update(plain, 'utf8'), cipher.final()])
      return Buffer.concat([nonce, cipher.getAuthTag(), body]).toString('base64url')
    },
    open(sealed) {
      const bytes = Buffer.from(sealed, 'base64url')
      const decipher = createDecipheriv('aes-256-gcm', sealing, bytes.subarray(0, 12))
      decipher.setAuthTag(bytes.subarray(12, 28))
      return Buffer.concat([decipher.update(bytes.subarray(28)), decipher.final()]).toString('utf8')
    },
    sign,
    verify: (text, signature) => equalSecrets(sign(text), signature),
  }
}

/** How opaque tokens and keys are kept: they carry 256 random bits, so a plain hash is enough. */
export const hashOf = (secret: string): string => createHash('sha256').update(secret).digest('hex')

export function equalSecrets(a: string, b: string): boolean {
  const left = Buffer.from(a)
  const right = Buffer.from(b)
  return left.length === right.length && timingSafeEqual(left, right)
}
