/** Cases as the API writes them (ids and moments in their outside form), and the fixed sets in the order shown. */
import type { z } from 'zod'
import type * as cases from '../../../shared/contracts/cases.ts'
import type { Channel, Intent, Sentiment, Urgency } from '../../../shared/contracts/values.ts'

export type CaseItem = z.input<typeof cases.CaseItem>
export type Case = z.input<typeof cases.Case>
export type CaseVoice = z.input<typeof cases.CaseVoice>
export type CasePromise = z.input<typeof cases.CasePromise>
export type CaseMessage = z.input<typeof cases.Message>
export type CaseStep = z.input<typeof cases.CaseStep>
export type CaseCustomer = z.input<typeof cases.CaseCustomer>
export type CaseCounts = z.input<typeof cases.CaseCounts>
export type BulkAct = z.input<typeof cases.BulkAct>['act']
export type BulkResult = z.input<typeof cases.BulkResult>
export type Attachment = z.input<typeof cases.AttachmentRef>
export type { CaseView, Outcome, PromiseKind, Stage } from '../../../shared/contracts/cases.ts'

export const CASE_STAGES: readonly cases.Stage[] = [
  'new',
  'acknowledged',
  'working',
  'waiting',
  'resolved',
  'verified',
  'closed',
]
export const PROMISES: readonly cases.PromiseKind[] = [
  'first-answer',
  'resolution',
  'decision',
  'call-back',
  'next-update',
]
export const CASE_CHANNELS: readonly Channel[] = [
  'web',
  'survey',
  'widget',
  'email',
  'call',
  'counter',
  'paper',
  'chat',
  'wechat',
  'wecom',
  'sms',
  'social',
  'review',
  'forum',
  'messenger',
  'telegram',
  'gathering',
  'import',
  'api',
  'other',
]
export const CASE_INTENTS: readonly Intent[] = ['complaint', 'churn', 'question', 'suggestion', 'praise', 'other']
export const CASE_SENTIMENTS: readonly Sentiment[] = ['negative', 'neutral', 'positive']
export const CASE_URGENCIES: readonly Urgency[] = ['critical', 'high', 'normal', 'low']

/** Something is still owed. */
export const isOpen = ({ stage }: { stage: cases.Stage }): boolean =>
  stage === 'new' || stage === 'acknowledged' || stage === 'working' || stage === 'waiting'
