import { type Database } from '../platform/db/db.ts'
import { type Tools } from '../platform/tools.ts'

export async function loadDemo(_parts: { database: Database; tools: Tools }): Promise<{ loaded: boolean }> {
  return { loaded: false }
}
