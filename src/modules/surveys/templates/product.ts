import { choice, OPEN_SETTINGS, option, scale, type Template, words, written } from './template.ts'

export const productTemplate: Template = {
  key: 'product',
  about: words(
    '用了两三周后发出。问用得怎么样、在哪里用、最想改什么。',
    '使用兩三週後發送。詢問好不好用、在哪裡用、最想改什麼。',
    'To send after two or three weeks of use: how it does, where it is used, what should change.',
  ),
  definition: {
    title: words('用得怎么样', '用起來如何', 'How is it working for you'),
    purpose: words(
      '产品经理会逐条看。哪些建议做、哪些不做，会在公示页上说明原因。',
      '產品經理會逐則閱讀。哪些建議會做、哪些不做，會在公開頁面說明原因。',
      'Our product managers read every answer. What we do and what we do not do is published with the reasons.',
    ),
    thanks: words('下一版会参考你说的。', '下一版會參考你說的。', 'Your answers go into the next version.'),
    locales: ['zh-CN', 'zh-TW', 'en'],
    questions: [
      scale(
        'csat',
        'satisfied',
        words('用到现在，你满意吗？', '用到現在，你滿意嗎？', 'How satisfied are you with it so far?'),
      ),
      choice(
        'single',
        'often',
        words('你多久用一次？', '你多久用一次？', 'How often do you use it?'),
        [
          option('daily', '几乎每天', '幾乎每天', 'Almost every day'),
          option('weekly', '每周几次', '每週數次', 'A few times a week'),
          option('monthly', '每月几次', '每月數次', 'A few times a month'),
          option('stopped', '已经不用了', '已經沒在用', 'I have stopped using it'),
        ],
        { required: true },
      ),
      choice('multi', 'good', words('哪些地方让你满意？', '哪些地方讓你滿意？', 'What do you like about it?'), [
        option('effect', '效果', '效果', 'What it does'),
        option('quality', '做工和耐用', '做工與耐用', 'Build and durability'),
        option('ease', '上手容易', '容易上手', 'Easy to use'),
        option('quiet', '安静', '安靜', 'Quiet'),
        option('price', '价格', '價格', 'Price'),
        option('look', '外观', '外觀', 'Looks'),
      ]),
      written(
        'long-text',
        'change',
        words('最想让我们改的是什么？', '最希望我們改善什麼？', 'What should we change first?'),
        words(
          '例如：夜里自动回充时的提示音太响，希望能关掉',
          '例如：半夜自動回充的提示音太大聲，希望可以關閉',
          'For example: the tone when it docks at night is too loud; let me turn it off',
        ),
      ),
    ],
    settings: OPEN_SETTINGS,
  },
}
