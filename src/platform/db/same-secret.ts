import type { Pool } from 'pg'
import type { Seal } from '../auth/seal.ts'
import { StartRefusal } from '../errors.ts'

const PROVEN = 'the secret of this installation'

/**
 * Sees that the secret is the one this database knows. The first process to come says which one it is.
 *
 * @throws StartRefusal when it is another: what was sealed could not be read, and links of one node would be none on the next
 */
export async function requireSameSecret(owner: Pool, seal: Seal): Promise<void> {
  const { rows } = await owner.query<{ proof: string }>(
    `WITH first AS (INSERT INTO installation (secret_proof) VALUES ($1) ON CONFLICT DO NOTHING RETURNING secret_proof)
     SELECT secret_proof AS proof FROM first UNION ALL SELECT secret_proof FROM installation LIMIT 1`,
    [seal.sign(PROVEN)],
  )
  if (rows[0] === undefined || seal.verify(PROVEN, rows[0].proof)) return
  throw new StartRefusal(
    'HX_SECRET is not the one this database was set up with (without HX_SECRET it is the file "secret" in the data folder): use that one. If it is lost: npm run -s hx -- secret renew',
  )
}
