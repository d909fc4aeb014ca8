import type { CustomerPart } from '../customers/index.ts'
import { copyOfCases, forgetWords } from './customer-data.store.ts'

/** What was said about their matters, in a customer's copy and at their erasure. */
export const customerCases: CustomerPart = { name: 'cases', copy: copyOfCases, erase: forgetWords }
