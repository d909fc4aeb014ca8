import { choice, OPEN_SETTINGS, option, scale, type Template, words, written } from './template.ts'

export const storeTemplate: Template = {
  key: 'store',
  about: words(
    '印成二维码贴在收银台或门口。每家店用自己的二维码，答卷里就记着是哪一家。',
    '印成QR Code貼在收銀台或門口。每家門市用自己的QR Code，答卷裡就記著是哪一家。',
    'To print as a QR code at the till or the door. Give each branch its own code, and every response says where it came from.',
  ),
  definition: {
    title: words('今天逛得怎么样', '今天逛得如何', 'How was your visit'),
    purpose: words(
      '三道题，一分钟。店长当天就会看到。',
      '三題，一分鐘。店長當天就會看到。',
      'Three questions, one minute. The store manager sees it the same day.',
    ),
    thanks: words('欢迎再来。', '歡迎再來。', 'See you again.'),
    locales: ['zh-CN', 'zh-TW', 'en'],
    questions: [
      scale(
        'csat',
        'visit',
        words('你对今天这次到店满意吗？', '你對今天這次來店滿意嗎？', 'How satisfied are you with your visit today?'),
      ),
      choice(
        'multi',
        'noticed',
        words(
          '哪些地方让你有感受，好的坏的都算？',
          '哪些地方讓你有感受，好的壞的都算？',
          'What did you notice, good or bad?',
        ),
        [
          option('staff', '店员', '店員', 'The staff'),
          option('choice', '商品种类', '商品種類', 'The choice of goods'),
          option('price', '价格和活动', '價格與活動', 'Prices and offers'),
          option('tidy', '环境和卫生', '環境與衛生', 'Tidiness'),
          option('queue', '排队结账', '排隊結帳', 'The queue'),
        ],
      ),
      written(
        'long-text',
        'said',
        words('具体是怎么回事？', '具體是怎麼回事？', 'What happened?'),
        words(
          '例如：店员很耐心，但只开了一个收银台，排了十五分钟',
          '例如：店員很有耐心，但只開一個收銀台，排了十五分鐘',
          'For example: the staff were patient, but with one till open I queued for a quarter of an hour',
        ),
      ),
    ],
    settings: OPEN_SETTINGS,
  },
}
