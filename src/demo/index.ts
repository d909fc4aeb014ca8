/**
 * Demo: the invented brand 禾岫家电 and its last six months, as plain data. Nothing here touches a database; the
 * loader plays the story through the product's own actions, and tests may use it as a cast.
 *
 * Start at story.ts (the whole) and story-shape.ts (what it consists of).
 */

export { asksForSomething } from './cases.ts'
export type { DemoCustomer, StaffKey, StaffMember, StaffRole, TeamKey, Tier } from './cast.ts'
export { BRANCHES, BRAND, buildCustomers, STAFF, TEAMS } from './cast.ts'
export { buildStory } from './story.ts'
export type {
  CaseStage,
  CaseStep,
  DemoCase,
  DemoImprovement,
  DemoMetric,
  DemoPlan,
  DemoScore,
  Meant,
  OrderDay,
  Story,
  Voice,
  Window,
} from './story-shape.ts'
export type { CategoryNote, Product } from './taxonomy.ts'
export { PRODUCTS, TAXONOMY } from './taxonomy.ts'
export type { ReplyTemplate, SurveyDefinition, SurveyKey } from './templates.ts'
export { REPLY_TEMPLATES, SURVEYS } from './templates.ts'
export type {
  CategoryKey,
  DemoChannel,
  DemoIntent,
  DemoLanguage,
  DemoSentiment,
  ProductKey,
} from './texts/text-group.ts'
