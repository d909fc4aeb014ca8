import { z } from 'zod'

/** Asked for when somebody starts an import. */
export const importAsked = { name: 'channels.run-import', schema: z.object({ importId: z.string() }) }
