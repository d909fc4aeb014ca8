import { useState } from 'react'
import { useKeys } from '../../keys.ts'

export type Definitions = { shown: boolean; toggle: () => void }

/** Whether every label says what is meant by it; one key for all, until the page is left. */
export function useDefinitions(): Definitions {
  const [shown, setShown] = useState(false)
  const toggle = () => setShown(!shown)
  useKeys({ i: toggle }, 'review.keys-definitions')
  return { shown, toggle }
}
