import type { CustomerPart } from '../customers/index.ts'
import { noteErased, themesOfVoices } from './themes.store.ts'

/**
 * Which themes a customer's voices were read into, in their copy. At their erasure the sentences go with the voices,
 * which they are named by; the words that several voices share are looked for anew by night, without theirs.
 */
export const customerThemes: CustomerPart = { name: 'themes', copy: themesOfVoices, erase: noteErased }
