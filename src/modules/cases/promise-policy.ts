import { PROMISE_KINDS, type PromiseKind } from '../../shared/contracts/cases.ts'
import { applies, type Condition, type Heard } from './condition.ts'

/** One line of Settings: to whom we owe what, within which time. Plain data; `duration` is ISO 8601. */
export type PromisePolicy = {
  kind: PromiseKind
  when: Condition
  duration: string
  basis: 'clock' | 'calendar'
}

/**
 * The house rules until a workspace sets its own: negative voices answered and closed within 24 h by the clock, other
 * questions answered within 24 h, suggestions decided, call-backs within 2 h. `next-update` has none: its time is
 * what the agent tells the customer.
 */
export const DEFAULT_POLICIES: readonly PromisePolicy[] = [
  { kind: 'first-answer', when: { negative: true }, duration: 'PT24H', basis: 'clock' },
  { kind: 'resolution', when: { negative: true }, duration: 'PT24H', basis: 'clock' },
  { kind: 'first-answer', when: { intents: ['question', 'suggestion'] }, duration: 'PT24H', basis: 'clock' },
  { kind: 'decision', when: { intents: ['suggestion'] }, duration: 'P14D', basis: 'clock' },
  { kind: 'call-back', when: { wantsCall: true }, duration: 'PT2H', basis: 'clock' },
]

/** The red line: so long without a person's word raises the alarm. */
export const DEFAULT_SILENCE = 'PT72H'

/**
 * What is owed to a voice: of each kind the first policy that applies, so that the order in Settings is the rule and
 * an exception ("VIP: 2 h") simply stands above what it is an exception to.
 */
export function policiesFor(heard: Heard, policies: readonly PromisePolicy[]): PromisePolicy[] {
  return PROMISE_KINDS.flatMap((kind) => {
    const first = policies.find((policy) => policy.kind === kind && applies(policy.when, heard))
    return first === undefined ? [] : [first]
  })
}
