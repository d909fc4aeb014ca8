export const surveyWords = { 'survey.poster-scan': 'x' } as const
