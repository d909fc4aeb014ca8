import { Refusal } from '../../platform/errors.ts'

export const noSuchTheme = () => new Refusal('not-found', 'theme.not-found', 'There is no such theme.')
export const mergedIntoItself = () =>
  new Refusal(
    'conflict',
    'theme.merged-into-itself',
    'A theme cannot be counted as itself or as one that counts as it.',
  )
export const tooFewVoices = (voices: number, needed: number) =>
  new Refusal('conflict', 'theme.too-few-voices', 'There are too few voices to find what many share.', {
    voices,
    needed,
  })
export const searchUnderWay = () =>
  new Refusal('conflict', 'theme.search-under-way', 'A search for themes is under way already.')
export const noSearchUnderWay = () =>
  new Refusal('conflict', 'theme.no-search-under-way', 'No search for themes is under way.')
