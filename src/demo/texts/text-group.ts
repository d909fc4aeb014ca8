import type { Channel, Intent, Sentiment } from '../../shared/contracts/values.ts'

export type DemoChannel = Channel

export type ProductKey = 'air-purifier' | 'rice-cooker' | 'robot-vacuum' | 'washing-machine' | 'water-purifier' | 'app'

export type DemoIntent = Intent
export type DemoSentiment = Sentiment
export type DemoLanguage = 'zh-CN' | 'zh-TW' | 'zh-HK' | 'en'

/** Which thread of the story a voice belongs to; it decides when the voice is heard. */
export type Arc = 'dock' | 'appointment' | 'login-code' | 'coating' | 'steady'

/** Before or after the change of its arc went out; 'any' follows the arc's own rhythm over the whole time. */
export type When = 'before' | 'after' | 'any'

/** What a group says of all its lines, and what one line may say otherwise of itself. */
export type Telling = {
  category: CategoryKey
  intent: DemoIntent
  sentiment: DemoSentiment
  urgency?: 'low' | 'normal' | 'high' | 'safety'
  product?: ProductKey
  language?: DemoLanguage
  /** A line is heard on one of these. */
  channels: readonly DemoChannel[]
}

/** One voice's words. `{order}` stands for the number of the order that the generator gives it. */
export type Line = string | ({ text: string; subject?: string; arc?: Arc; when?: When } & Partial<Telling>)

export type TextGroup = Telling & {
  arc: Arc
  when: When
  lines: readonly Line[]
}

/** The leaves of the demo's category tree; names and definitions are in taxonomy.ts. */
export type CategoryKey =
  | 'function.dock'
  | 'function.performance'
  | 'function.noise'
  | 'function.durability'
  | 'function.design'
  | 'safety.coating'
  | 'safety.hazard'
  | 'service.attitude'
  | 'service.speed'
  | 'service.resolution'
  | 'service.process'
  | 'service.install'
  | 'price.value'
  | 'price.protection'
  | 'price.consumables'
  | 'logistics.appointment'
  | 'logistics.packaging'
  | 'logistics.speed'
  | 'app.login'
  | 'app.stability'
  | 'app.feature'
  | 'brand.feeling'
