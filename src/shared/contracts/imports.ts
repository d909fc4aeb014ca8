import { z } from 'zod'
import { Facts } from './misfit.ts'
import { channel, moment, publicId } from './values.ts'

export const importId = publicId('import')
export const importFileId = publicId('file')

const column = z.string().min(1).max(200)

/** Column names by target. `facts` carries further columns along under names of their own. */
export const Mapping = z.strictObject({
  text: column.optional(),
  subject: column.optional(),
  sourceId: column.optional(),
  channel: column.optional(),
  fixedChannel: channel.optional().meta({ description: 'For files whose rows all came one way' }),
  occurredAt: column.optional(),
  nps: column.optional(),
  csat: column.optional(),
  ces: column.optional(),
  rating: column.optional(),
  ratingMax: z.number().positive().max(1000).optional(),
  language: column.optional(),
  url: column.optional(),
  externalId: column.optional(),
  email: column.optional(),
  phone: column.optional(),
  name: column.optional(),
  facts: z.record(z.string().min(1).max(60), column).optional(),
})
export type Mapping = z.output<typeof Mapping>

/** A line that was not taken: why in English, and what says it in every language (`misfit.<code>`). */
export const RefusedRow = z.strictObject({
  line: z.number(),
  why: z.string(),
  code: z.string(),
  facts: Facts,
  column: z.string().nullable().meta({ description: 'Null when it is about no single column' }),
  value: z.string().nullable().meta({ description: 'What stands there, cut short; null where it tells of a person' }),
})

/** Why a file was not read to its end, as a problem says it (`problem.<code>`). */
export const FailedImport = z.strictObject({ code: z.string(), detail: z.string(), facts: Facts })

/** An uploaded file before anything is read in: its columns, what they seem to mean, and how the first rows would be read. */
export const ImportPreview = z.strictObject({
  fileId: importFileId,
  name: z.string(),
  columns: z.array(z.string()),
  sample: z.array(z.record(z.string(), z.string())),
  mapping: Mapping,
})

export const NewImport = z.strictObject({ fileId: importFileId, mapping: Mapping, dryRun: z.boolean().default(false) })

export const ImportView = z.strictObject({
  id: importId,
  name: z.string(),
  state: z.enum(['waiting', 'running', 'done', 'cancelled', 'failed']),
  dryRun: z.boolean(),
  read: z.number(),
  added: z.number(),
  already: z.number(),
  refused: z.array(RefusedRow),
  refusedCount: z.number(),
  failure: FailedImport.nullable(),
  createdAt: moment,
  finishedAt: moment.nullable(),
})

export const ImportList = z.strictObject({ items: z.array(ImportView) })
