import type { CustomerPart } from '../customers/index.ts'
import { forgetWords, understoodOf } from './understanding.store.ts'

/** What is understood of what customers said, in their copy and at their erasure. */
export const customerUnderstanding: CustomerPart = { name: 'understanding', copy: understoodOf, erase: forgetWords }
