import { Button } from '@mantine/core'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { api } from '../../api.ts'
import { useSaying } from '../../parts/undo.tsx'
import { useCan } from '../../session.tsx'
import { useWords } from '../../words.tsx'
import { type Survey, surveyQuery } from './surveys.ts'

/** What can be done to a survey as a whole: a draft is deleted, a published one is closed or opened again. */
export function SurveyActs({ survey }: { survey: Survey }) {
  const mayChange = useCan()('survey:change')
  if (!mayChange) return null
  return survey.state === 'draft' ? <Delete survey={survey} /> : <Turn survey={survey} />
}

/** Closing can be taken back at once. */
function Turn({ survey }: { survey: Survey }) {
  const { t } = useWords()
  const queries = useQueryClient()
  const { offerUndo, say, sayProblem } = useSaying()
  const turn = async (method: 'PUT' | 'DELETE') => {
    const changed = await api.send<Survey>(method, `/api/v1/surveys/${survey.id}/closure`)
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
  const isOpen = survey.state === 'open'
  return (
    <Button variant="default" loading={turning.isPending} onClick={() => turning.mutate(isOpen ? 'PUT' : 'DELETE')}>
      {isOpen ? t('survey.close') : t('survey.reopen')}
    </Button>
  )
}

/** A draft that nobody outside has seen: taking it back makes the same one anew. */
function Delete({ survey }: { survey: Survey }) {
  const { t } = useWords()
  const queries = useQueryClient()
  const navigate = useNavigate()
  const { offerUndo, sayProblem } = useSaying()
  const listAgain = () => queries.invalidateQueries({ queryKey: ['surveys', 'list'] })
  const again = async () => {
    const { draft, template } = survey
    const made = await api.send<Survey>('POST', '/api/v1/surveys', { template: template || 'blank' })
    await api.send('PUT', `/api/v1/surveys/${made.id}`, { changedAt: made.changedAt, draft })
  }
  const deleting = useMutation({
    mutationFn: () => api.send('DELETE', `/api/v1/surveys/${survey.id}`),
    onError: sayProblem,
    onSuccess: async () => {
      await navigate({ to: '/surveys' })
      queries.removeQueries({ queryKey: surveyQuery(survey.id).queryKey })
      await listAgain()
      offerUndo({ said: t('survey.deleted-said'), undo: again, undone: () => void listAgain() })
    },
  })
  return (
    <Button variant="default" loading={deleting.isPending} onClick={() => deleting.mutate()}>
      {t('survey.delete')}
    </Button>
  )
}
