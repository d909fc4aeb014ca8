/** Themes: what many voices share, found by a search over them. Shares are fractions of 1 with their 95 % interval. */
import { z } from 'zod'
import { plainText } from './plain.ts'
import { feedbackId, Interval, moment, publicId } from './values.ts'

export const themeId = publicId('theme')
export const themeRunId = publicId('run')

/** Fewer voices with words show nothing that many share. */
export const FEWEST_FOR_THEMES = 100

const count = z.number().int()

export const ThemesQuery = z.strictObject({
  days: z.coerce
    .number()
    .int()
    .min(1)
    .max(366)
    .default(30)
    .meta({ description: 'The last so many days, today included, beside as many before' }),
  hidden: z.enum(['no', 'only']).default('no'),
})

export const ThemeNamed = z.strictObject({ id: themeId, title: z.string() })

/** Many more spoke of it in the last seven days than its share of the weeks before leads to expect. */
export const Rising = z.strictObject({
  count: count.meta({ description: 'Voices in the last seven days' }),
  expected: z.number(),
  usual: z.strictObject({ low: count, high: count }).meta({ description: 'Where such a count lies 95 times in 100' }),
  chance: z
    .number()
    .meta({ description: 'How likely so many are by chance, all themes that were looked at counted in' }),
  weeks: count.meta({ description: 'How many earlier weeks it was compared with' }),
  beganAt: moment,
})

export const ThemeChange = z.strictObject({
  difference: z.number().meta({ description: 'Share now less share before' }),
  low: z.number(),
  high: z.number(),
  p: z.number().meta({ description: 'Adjusted for all themes compared (Benjamini and Hochberg)' }),
  chance: z.boolean().meta({ description: 'True: this cannot be told from chance' }),
})

export const ThemeNameProposal = z.strictObject({ name: z.string() })
export type ThemeNameProposal = z.output<typeof ThemeNameProposal>

export const ThemeView = z.strictObject({
  id: themeId,
  title: z.string().meta({ description: 'The name that a person gave, else its first words' }),
  name: z.string().nullable(),
  words: z.array(z.strictObject({ word: z.string(), weight: z.number() })),
  sentences: z
    .array(z.strictObject({ feedback: feedbackId, text: z.string() }))
    .meta({ description: 'Sentences that stand for it; what is personal in them is masked' }),
  voices: z.strictObject({ n: count, share: z.number().nullable(), interval: Interval.nullable() }),
  before: z.strictObject({ n: count, share: z.number().nullable() }),
  change: ThemeChange.nullable().meta({ description: 'Null where one of the periods has no voices' }),
  sentiments: z.strictObject({ positive: count, neutral: count, negative: count }),
  series: z
    .array(z.strictObject({ from: z.iso.date(), voices: count }))
    .meta({ description: 'A day each, or from 45 days on a week each, the last ending today' }),
  rising: Rising.nullable(),
  firstSeen: moment,
  lastSeen: moment,
  retiredAt: moment.nullable(),
  hiddenAt: moment.nullable(),
  merged: z.array(ThemeNamed).meta({ description: 'Themes that are counted as this one' }),
})
export type ThemeView = z.output<typeof ThemeView>

export const ThemeList = z.strictObject({
  days: count,
  from: z.iso.date(),
  to: z.iso.date(),
  read: z.strictObject({ n: count, before: count }).meta({ description: 'Voices that were read for themes' }),
  leftOut: count.meta({ description: 'Of these, voices that speak of nothing that many speak of' }),
  hidden: count.meta({ description: 'Themes that are hidden' }),
  items: z.array(ThemeView),
})
export type ThemeList = z.output<typeof ThemeList>

export const ThemeQuery = ThemesQuery.pick({ days: true })
export const NameTheme = z.strictObject({ name: plainText(80).trim().min(1) })
export const MergeTheme = z.strictObject({ into: themeId })

export const THEME_FAULTS = ['memory', 'left-behind', 'fault'] as const

export const ThemeRun = z.strictObject({
  id: themeRunId,
  state: z.enum(['waiting', 'running', 'done', 'cancelled', 'failed']),
  byHand: z.boolean(),
  askedAt: moment,
  startedAt: moment.nullable(),
  finishedAt: moment.nullable(),
  progress: z.number(),
  voices: count.nullable(),
  leftOut: count.nullable(),
  themes: count.nullable(),
  tookMs: count.nullable(),
  failure: z.enum(THEME_FAULTS).nullable(),
})
export type ThemeRun = z.output<typeof ThemeRun>

export const ThemeSearch = z.strictObject({
  newest: ThemeRun.nullable().meta({ description: 'The newest search, whatever became of it' }),
  done: ThemeRun.nullable().meta({ description: 'The newest that came to its end' }),
  voices: count.meta({ description: 'Voices with words there are, counted up to `needed`' }),
  needed: count,
})
export type ThemeSearch = z.output<typeof ThemeSearch>
