export const surveyWords = {} as const
