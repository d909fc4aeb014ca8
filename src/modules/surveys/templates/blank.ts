import { OPEN_SETTINGS, type Template, words } from './template.ts'

export const blankTemplate: Template = {
  key: 'blank',
  about: words('从一张白纸开始。', '從一張白紙開始。', 'Begin with an empty page.'),
  definition: {
    title: words('新问卷', '新問卷', 'New survey'),
    purpose: {},
    thanks: {},
    locales: ['zh-CN'],
    questions: [],
    settings: OPEN_SETTINGS,
  },
}
