import { queryOptions } from '@tanstack/react-query'
import type { z } from 'zod'
import type * as contract from '../../../shared/contracts/surveys.ts'
import type { QuestionKind } from '../../../shared/questions/question.ts'
import type { Speak } from '../../../shared/words/say.ts'
import { api } from '../../api.ts'

export type SurveyItem = z.input<typeof contract.SurveyItem>
export type Survey = z.input<typeof contract.Survey>
export type Results = z.input<typeof contract.Results>
export type QuestionResult = z.input<typeof contract.QuestionResult>
export type ResponseItem = z.input<typeof contract.ResponseItem>
export type TemplateList = z.input<typeof contract.TemplateList>

export const surveyQuery = (id: string) =>
  queryOptions({
    queryKey: ['surveys', 'one', id],
    queryFn: ({ signal }) => api.get<Survey>(`/api/v1/surveys/${id}`, {}, signal),
  })

/** What every question says; `window` as the API takes it, empty for all. */
export const resultsQuery = (id: string, window: { from?: string; to?: string }) =>
  queryOptions({
    queryKey: ['surveys', 'results', id, window],
    queryFn: ({ signal }) => api.get<Results>(`/api/v1/surveys/${id}/results`, window, signal),
  })

/** The name of a kind of question. */
export const kindWord = (t: Speak, kind: QuestionKind): string =>
  ({
    nps: t('survey.kind-nps'),
    csat: t('survey.kind-csat'),
    ces: t('survey.kind-ces'),
    single: t('survey.kind-single'),
    multi: t('survey.kind-multi'),
    'short-text': t('survey.kind-short-text'),
    'long-text': t('survey.kind-long-text'),
  })[kind]

export const stateWord = (t: Speak, state: Survey['state']): string =>
  ({ draft: t('survey.state-draft'), open: t('survey.state-open'), closed: t('survey.state-closed') })[state]

/** What was published is not what is being written. */
export const hasChanges = ({ draft, published }: Survey): boolean => JSON.stringify(draft) !== JSON.stringify(published)
