import type { Definition } from '../shared/questions/definition.ts'
import type { Question } from '../shared/questions/question.ts'
import type { SurveyDefinition } from './templates.ts'

const zh = (text: string) => ({ 'zh-CN': text })

/** The demo's survey as the product keeps one; null for the one-click rating, which asks nothing but a star. */
export function definitionOf(survey: SurveyDefinition): Definition | null {
  if (survey.questions.some(({ kind }) => kind === 'rating')) return null
  return {
    title: zh(survey.title),
    purpose: zh(survey.purpose),
    thanks: zh('谢谢你，每一份我们都会看。需要回复的，会在 24 小时内回复你。'),
    locales: ['zh-CN'],
    questions: survey.questions.map(questionOf),
    settings: { opensAt: null, closesAt: null, cap: null, contact: 'optional' },
  }
}

function questionOf({ key, kind, title, options = [] }: SurveyDefinition['questions'][number]): Question {
  const asked = { key, label: zh(title), help: {}, required: kind !== 'text' && kind !== 'single' }
  if (kind === 'single')
    return {
      ...asked,
      kind,
      options: options.map((option) => ({ key: option.key, label: zh(option.label) })),
      other: false,
    }
  if (kind === 'ces') return { ...asked, kind, low: zh('很费力'), high: zh('很容易') }
  if (kind === 'nps' || kind === 'csat') return { ...asked, kind, low: {}, high: {} }
  return { ...asked, kind: 'long-text', example: {} }
}
