import type { OutsideFault } from '../../platform/ai/outside-model.ts'
import { Refusal } from '../../platform/errors.ts'

export const outsideNotSetUp = () =>
  new Refusal('conflict', 'outside-model.not-set-up', 'No model outside is set up: HX_AI_BASE_URL is not set.')
export const outsideOff = () =>
  new Refusal(
    'conflict',
    'outside-model.off',
    'The model outside is off in this workspace. It can be turned on in the settings.',
  )
export const outsideBudgetSpent = (used: { tokens: number; calls: number }) =>
  new Refusal(
    'conflict',
    'outside-model.budget-spent',
    'The month’s budget for the model outside does not suffice for this. An administrator can raise it in the settings; next month it begins anew.',
    used,
  )

const WHY: Readonly<Record<OutsideFault, string>> = {
  away: 'The model outside cannot be reached just now. Everything else works.',
  slow: 'The model outside took too long. Try again, or go on without it.',
  busy: 'The model outside has too much to do just now. Try again in a minute.',
  key: 'The model outside does not take our key, or its account is empty. HX_AI_KEY is to be checked.',
  unfit: 'The model outside does not take what we ask. HX_AI_BASE_URL and HX_AI_MODEL are to be checked.',
  rubbish: 'What the model outside answered could not be read. Nothing was taken over.',
}

export const outsideFailed = (fault: OutsideFault) =>
  new Refusal('unavailable', `outside-model.${fault}`, WHY[fault], { retryAfter: 60 })
