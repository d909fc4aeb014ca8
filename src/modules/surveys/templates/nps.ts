import { OPEN_SETTINGS, scale, type Template, words, written } from './template.ts'

export const npsTemplate: Template = {
  key: 'nps',
  about: words(
    '一道0–10分的题加一句原因，20秒能答完。适合每季度问一次老客户。',
    '一題0–10分加上一句原因，20秒就能填完。適合每季詢問既有客戶。',
    'One question from 0 to 10 and the reason, done in 20 seconds. For customers you know, about once a quarter.',
  ),
  definition: {
    title: words('你会推荐我们吗', '你會推薦我們嗎', 'Would you recommend us'),
    purpose: words(
      '两道题，不到半分钟。每一条我们都会看，写了原因的会转给能改的人。',
      '兩題，不到半分鐘。每一則我們都會看，寫了原因的會轉給能改善的人。',
      'Two questions, less than half a minute. We read every answer, and pass the reasons on to those who can change something.',
    ),
    thanks: words(
      '说实话比打高分更有用。',
      '真心話比高分更有幫助。',
      'A frank answer helps us more than a high score.',
    ),
    locales: ['zh-CN', 'zh-TW', 'en'],
    questions: [
      scale(
        'nps',
        'recommend',
        words(
          '你有多大可能向朋友或同事推荐我们？',
          '你有多大可能向朋友或同事推薦我們？',
          'How likely are you to recommend us to a friend or colleague?',
        ),
      ),
      written(
        'long-text',
        'reason',
        words(
          '你打这个分，主要是因为什么？',
          '給這個分數，主要是因為什麼？',
          'What is the main reason for your score?',
        ),
        words(
          '例如：送装很准时，但滤芯不好买，等了两周',
          '例如：到府安裝很準時，但濾心不好買，等了兩週',
          'For example: the fitters came on time, but I waited two weeks for a filter',
        ),
        words(
          '说一件具体的事，我们最容易改。',
          '說一件具體的事，我們最容易改善。',
          'One concrete thing helps us most.',
        ),
      ),
    ],
    settings: OPEN_SETTINGS,
  },
}
