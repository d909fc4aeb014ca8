import { Refusal } from '../../platform/errors.ts'

export const noSuchPost = () => new Refusal('not-found', 'coordinated.not-found', 'There is no such coordinated post.')
