import { type Locale, pickLocale } from '../../../shared/words/locale.ts'
import { useSession } from '../../session.tsx'
import type { Case } from './case-types.ts'

/** The language we write to a customer in: the one they wrote in, else the workspace's. */
export function useTheirLanguage(it: Case | null): Locale {
  const { workspace } = useSession()
  const spoken = it?.voices.map((voice) => voice.language ?? voice.understanding?.language ?? '') ?? []
  return pickLocale(spoken, workspace.locale)
}
