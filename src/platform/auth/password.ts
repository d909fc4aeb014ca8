/** Passwords as they are kept: argon2id, salted; the parameters stand in the hash, so that they can grow. */
import { hash, verify } from '@node-rs/argon2'

/** @source OWASP Password Storage Cheat Sheet: argon2id, 19 MiB, 2 passes, 1 lane; 20–40 ms here */
const STRENGTH = { memoryCost: 19_456, timeCost: 2, parallelism: 1 }

export const hashPassword = (password: string): Promise<string> => hash(password.normalize('NFKC'), STRENGTH)

let nobody: Promise<string> | null = null

/** True when the password fits. Without a hash (nobody of that name) it takes as long, and is false. */
export async function verifyPassword(kept: string | null, password: string): Promise<boolean> {
  nobody ??= hashPassword('nobody has this password')
  const fits = await verify(kept ?? (await nobody), password.normalize('NFKC'))
  return fits && kept !== null
}
