import type { CustomerPart } from '../customers/index.ts'
import { callsAbout, forgetCallsAbout } from './outside-model.store.ts'
import { forgetWords, understoodOf } from './understanding.store.ts'

/** What is understood of what customers said, in their copy and at their erasure. */
export const customerUnderstanding: CustomerPart = { name: 'understanding', copy: understoodOf, erase: forgetWords }

/** What was sent to the model outside about them, masked, and what came back. */
export const customerOutsideCalls: CustomerPart = { name: 'outside-model', copy: callsAbout, erase: forgetCallsAbout }
