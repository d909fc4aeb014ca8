/**
 * What helps people to read a voice, and is no verdict on it or on its speaker: the emotion that shows, the need that is
 * spoken of, and what the voice is worth to those who want to improve. Not known is null, never "none".
 */
import { z } from 'zod'

export const EMOTIONS = ['anger', 'disappointment', 'anxiety', 'sadness', 'surprise', 'trust', 'joy'] as const
export const emotionLabel = z.enum(EMOTIONS)
export type Emotion = z.output<typeof emotionLabel>

/** Maslow's levels, the most basic first. */
export const NEEDS = ['physiological', 'safety', 'belonging', 'esteem', 'growth'] as const
export const needLevel = z.enum(NEEDS)
export type Need = z.output<typeof needLevel>

/** The four parts of a voice's value. */
export const VALUE_PARTS = ['relevant', 'authentic', 'specific', 'timely'] as const
export type ValuePart = (typeof VALUE_PARTS)[number]

/** Voices by value: says what happened; only judges; perhaps not its speaker's own words. */
export const WORTHS = ['specific', 'vague', 'doubtful'] as const
export const worth = z.enum(WORTHS)
export type Worth = z.output<typeof worth>

/** Whether each part holds; `timely` is null where no time is named. The whole is null where nothing is said in words. */
export const ValueItem = z
  .strictObject({
    relevant: z.boolean(),
    authentic: z.boolean(),
    specific: z.boolean(),
    timely: z.boolean().nullable(),
  })
  .nullable()
  .meta({ description: 'A reading aid: about us, its own words, says what happened, of now' })
export type ValueItem = z.output<typeof ValueItem>

const part = <Holds extends z.ZodType>(holds: Holds) => z.strictObject({ holds, because: z.string() })

/** A question in each language, with the pronoun that the workspace says. */
export const Question = z.strictObject({ 'zh-CN': z.string(), 'zh-TW': z.string(), en: z.string() })
export type Question = z.output<typeof Question>

export const EmotionView = z
  .strictObject({ label: emotionLabel, confidence: z.number() })
  .nullable()
  .meta({ description: 'A reading aid, no verdict; confidence 0 to 1' })
export type EmotionView = z.output<typeof EmotionView>

export const NeedView = z
  .strictObject({ level: needLevel, confidence: z.number() })
  .nullable()
  .meta({ description: 'A reading aid, no verdict; confidence 0 to 1' })
export type NeedView = z.output<typeof NeedView>

export const ValueView = z
  .strictObject({
    relevant: part(z.boolean()),
    authentic: part(z.boolean()),
    specific: part(z.boolean()),
    timely: part(z.boolean().nullable()),
    ask: Question.nullable().meta({ description: 'What to ask, so that a vague voice becomes concrete' }),
  })
  .nullable()
  .meta({ description: 'A reading aid: about us, its own words, says what happened, of now, each with its reason' })
export type ValueView = z.output<typeof ValueView>
