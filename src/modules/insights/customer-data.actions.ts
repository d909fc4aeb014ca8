import type { CustomerPart } from '../customers/index.ts'
import { leaveOutOfPosts } from './coordinated.actions.ts'
import { postsSaidBy } from './coordinated.store.ts'
import { noteErased, themesOfVoices } from './themes.store.ts'

/**
 * Which themes a customer's voices were read into, in their copy. At their erasure the sentences go with the voices,
 * which they are named by; the words that several voices share are looked for anew by night, without theirs.
 */
export const customerThemes: CustomerPart = { name: 'themes', copy: themesOfVoices, erase: noteErased }

/** A coordinated post is counted without them; before their words go, for by these it is known which posts they are in. */
export const customerPosts: CustomerPart = { name: 'coordinated', copy: postsSaidBy, erase: leaveOutOfPosts }
