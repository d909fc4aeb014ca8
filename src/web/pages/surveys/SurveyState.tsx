import { useWords } from '../../words.tsx'
import css from './surveys.module.css'
import { type Survey, stateWord } from './surveys.ts'

/** Whether a survey is being made, takes answers, or is closed. */
export function SurveyState({ state }: { state: Survey['state'] }) {
  const { t } = useWords()
  return (
    <span className={css.state} data-state={state}>
      {stateWord(t, state)}
    </span>
  )
}
