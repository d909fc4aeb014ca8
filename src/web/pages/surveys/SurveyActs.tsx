import { Button } from '@mantine/core'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { api } from '../../api.ts'
import { useSaying } from '../../parts/undo.tsx'
import { useCan } from '../../session.tsx'
import { useWords } from '../../words.tsx'
import { type Survey, surveyQuery } from './surveys.ts'

/** Closing, which can be taken back at once, and opening again. */
export function SurveyActs({ survey }: { survey: Survey }) {
  const { t } = useWords()
  const mayChange = useCan()('survey:change')
  const queries = useQueryClient()
  const { offerUndo, say, sayProblem } = useSaying()
  const path = `/api/v1/surveys/${survey.id}/closure`
  const turn = async (method: 'PUT' | 'DELETE') => {
    const changed = await api.send<Survey>(method, path)
    queries.setQueryData(surveyQuery(survey.id).queryKey, changed)
    return changed
  }
  const turning = useMutation({
    mutationFn: turn,
    onError: sayProblem,
    onSuccess: ({ state }) =>
      state === 'closed'
        ? offerUndo({ said: t('survey.closed-said'), undo: () => turn('DELETE') })
        : say(t('survey.reopened-said')),
  })
  if (!mayChange || survey.state === 'draft') return null
  const isOpen = survey.state === 'open'
  return (
    <Button variant="default" loading={turning.isPending} onClick={() => turning.mutate(isOpen ? 'PUT' : 'DELETE')}>
      {isOpen ? t('survey.close') : t('survey.reopen')}
    </Button>
  )
}
