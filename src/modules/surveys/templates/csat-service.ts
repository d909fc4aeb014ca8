import { choice, OPEN_SETTINGS, option, scale, type Template, words, written } from './template.ts'

export const csatServiceTemplate: Template = {
  key: 'csat-service',
  about: words(
    '客服、维修或上门服务结束后发出。一道满意度，一道哪里没做好，一句想说的话。',
    '客服、維修或到府服務結束後發送。一題滿意度，一題哪裡沒做好，一句想說的話。',
    'To send after a service call, repair or visit: one rating, what fell short, and room for a sentence.',
  ),
  definition: {
    title: words('这次服务怎么样', '這次服務如何', 'How was our service'),
    purpose: words(
      '只问这一次服务。没解决的问题，我们会再联系你。',
      '只問這一次服務。還沒解決的問題，我們會再與你聯絡。',
      'This is about this one service only. If something is still unsolved, we will get back to you.',
    ),
    thanks: words('我们会照着改。', '我們會照著改善。', 'We will work on it.'),
    locales: ['zh-CN', 'zh-TW', 'en'],
    questions: [
      scale(
        'csat',
        'satisfied',
        words('你对这次服务满意吗？', '你對這次服務滿意嗎？', 'How satisfied are you with this service?'),
      ),
      choice(
        'single',
        'solved',
        words('你的问题解决了吗？', '你的問題解決了嗎？', 'Was your problem solved?'),
        [
          option('yes', '解决了', '解決了', 'Yes'),
          option('partly', '解决了一部分', '解決了一部分', 'In part'),
          option('no', '还没有', '還沒有', 'Not yet'),
        ],
        { required: true },
      ),
      choice('multi', 'better', words('哪里可以做得更好？', '哪裡可以做得更好？', 'What could have been better?'), [
        option('waiting', '等待时间', '等候時間', 'The time I waited'),
        option('attitude', '态度和耐心', '態度與耐心', 'Manner and patience'),
        option('skill', '专业程度', '專業程度', 'Knowledge and skill'),
        option('repeat', '不用反复说同一件事', '不必重複說明同一件事', 'Not having to say it all again'),
        option('price', '收费是否清楚', '收費是否清楚', 'Clear charges'),
      ]),
      written(
        'long-text',
        'said',
        words('还想告诉我们什么？', '還想告訴我們什麼？', 'Anything else you would like to tell us?'),
        words(
          '例如：师傅修好了，但约的上午，下午三点才到',
          '例如：師傅修好了，但約上午，下午三點才到',
          'For example: the repair is fine, but the morning appointment became three in the afternoon',
        ),
      ),
    ],
    settings: OPEN_SETTINGS,
  },
}
