/** The workspace's categories: a tree of up to three levels that people shape. */
import { z } from 'zod'
import { misfit } from './misfit.ts'
import { plainText } from './plain.ts'
import { categoryId, moment, personId } from './values.ts'

export const DEEPEST_CATEGORY = 3

const name = plainText(60).min(1)

/** A name for each language; at least one. Where one is missing, another is shown. */
export const CategoryNames = z
  .strictObject({ 'zh-CN': name.optional(), 'zh-TW': name.optional(), en: name.optional() })
  .refine((names) => Object.values(names).some((each) => each !== undefined), {
    error: 'Give at least one name.',
    params: misfit('nothing-given'),
  })
export type CategoryNames = z.output<typeof CategoryNames>

export const CategoryView = z.strictObject({
  id: categoryId,
  key: z.string(),
  parent: categoryId.nullable(),
  names: z.strictObject({ 'zh-CN': z.string().optional(), 'zh-TW': z.string().optional(), en: z.string().optional() }),
  definition: z.string(),
  words: z.array(z.string()),
  position: z.number().int(),
  retiredAt: moment.nullable(),
  mergedInto: categoryId.nullable(),
})
export type CategoryView = z.output<typeof CategoryView>

/** Parents before children, each among its siblings by position. */
export const CategoryTree = z.strictObject({ items: z.array(CategoryView) })

const definition = plainText(1_000)
const words = z
  .array(plainText(60).min(1))
  .max(300)
  .meta({ description: 'What customers say when they mean it; latin words match whole' })

export const NewCategory = z.strictObject({
  key: z
    .string()
    .regex(/^[a-z0-9]+(-[a-z0-9]+)*$/)
    .max(60)
    .optional(),
  parent: categoryId.nullable().optional(),
  names: CategoryNames,
  definition: definition.optional(),
  words: words.optional(),
})
export type NewCategory = z.output<typeof NewCategory>

export const PatchCategory = z.strictObject({
  parent: categoryId.nullable().optional(),
  names: CategoryNames.optional(),
  definition: definition.optional(),
  words: words.optional(),
  position: z.number().int().min(0).max(10_000).optional(),
})
export type PatchCategory = z.output<typeof PatchCategory>

export const MergeCategory = z.strictObject({ into: categoryId })

export const CategoryHistory = z.strictObject({
  items: z.array(z.strictObject({ at: moment, by: personId.nullable(), change: z.record(z.string(), z.unknown()) })),
})
