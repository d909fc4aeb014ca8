/** Figures: the echo rate and what stands on the first page. Shares are fractions of 1, each with its n and 95 % interval. */
import { z } from 'zod'
import { categoryId, Interval, moment } from './values.ts'

const EchoPart = z.strictObject({ count: z.number(), rate: z.number().nullable(), interval: Interval.nullable() })

/**
 * Of the voices that asked for something and whose promise fell due in the period: those a person
 * answered in time, those who were told what came of it in time, and those with either.
 */
export const EchoRateView = z.strictObject({
  asked: z.number(),
  answered: EchoPart,
  told: EchoPart,
  rate: z.number().nullable(),
  interval: Interval.nullable(),
})
export type EchoRateView = z.output<typeof EchoRateView>

/** Moments: from inclusive, to exclusive. Days, in the workspace's zone, both inclusive. The last 30 days unless said. */
const end = z.union([moment, z.iso.date()]).optional()
export const Period = z.strictObject({
  from: end.meta({ description: "At or after this moment, or from this day on (the workspace's time zone)" }),
  to: end.meta({ description: 'Before this moment, or up to and with this day; never later than now' }),
})
export type Period = z.output<typeof Period>

export const HomeQuery = z.strictObject({ days: z.coerce.number().int().min(1).max(366).default(30) })

/** NPS in points −100…100, CSAT as the share of 4 and 5, CES as the mean of 1–7. */
export const ScoreFigure = z.strictObject({
  kind: z.enum(['nps', 'csat', 'ces']),
  n: z.number(),
  value: z.number().nullable(),
  interval: Interval.nullable(),
  before: z.strictObject({ n: z.number(), value: z.number().nullable() }),
})

export const HomeView = z.strictObject({
  from: moment,
  to: moment,
  echo: EchoRateView,
  echoBefore: EchoRateView,
  /** What is behind the echo rate, counted in voices: promised and not due, kept, late, and silent past the red line. */
  behind: z.strictObject({ waiting: z.number(), inTime: z.number(), late: z.number(), silent: z.number() }),
  days: z.array(z.strictObject({ day: z.iso.date(), positive: z.number(), neutral: z.number(), negative: z.number() })),
  voices: z.strictObject({ n: z.number(), before: z.number(), negative: z.number(), negativeBefore: z.number() }),
  scores: z.array(ScoreFigure),
  /** What hurts most: categories by negative voices. */
  hurts: z.array(
    z.strictObject({
      id: categoryId,
      names: z.record(z.string(), z.string()),
      negative: z.number(),
      voices: z.number(),
      share: z.number().nullable(),
      interval: Interval.nullable(),
      negativeBefore: z.number(),
    }),
  ),
  channels: z.array(z.strictObject({ channel: z.string(), voices: z.number(), negative: z.number() })),
})
export type HomeView = z.output<typeof HomeView>
