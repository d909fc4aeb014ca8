/**
 * The members of the contracts' fixed sets, in the order we offer them. The contracts themselves carry zod, which
 * browsers do not load, so `satisfies` holds these to them.
 */
import type { ScoreKind } from '../../../shared/contracts/feedback.ts'
import type { Emotion, Worth } from '../../../shared/contracts/reading-aids.ts'
import type { Channel, Intent, Sentiment, Urgency } from '../../../shared/contracts/values.ts'

export const SENTIMENTS = ['positive', 'neutral', 'negative'] as const satisfies readonly Sentiment[]
export const INTENTS = [
  'complaint',
  'suggestion',
  'question',
  'praise',
  'churn',
  'other',
] as const satisfies readonly Intent[]
export const URGENCIES = ['low', 'normal', 'high', 'critical'] as const satisfies readonly Urgency[]
export const EMOTIONS = [
  'anger',
  'disappointment',
  'anxiety',
  'sadness',
  'surprise',
  'trust',
  'joy',
] as const satisfies readonly Emotion[]
export const WORTHS = ['specific', 'vague', 'doubtful'] as const satisfies readonly Worth[]
export const SCORE_KINDS = ['nps', 'csat', 'ces', 'rating'] as const satisfies readonly ScoreKind[]
export const CHANNELS = [
  'survey',
  'web',
  'widget',
  'email',
  'call',
  'chat',
  'wechat',
  'wecom',
  'sms',
  'review',
  'social',
  'forum',
  'counter',
  'paper',
  'gathering',
  'messenger',
  'telegram',
  'api',
  'import',
  'other',
] as const satisfies readonly Channel[]
