import { choice, OPEN_SETTINGS, option, scale, type Template, words, written } from './template.ts'

export const cesTemplate: Template = {
  key: 'ces',
  about: words(
    '问办成一件事费不费劲。适合退换货、报修、开发票这类要客户动手的流程。',
    '詢問辦成一件事費不費力。適合退換貨、報修、開立發票這類要客戶動手的流程。',
    'Asks how much effort something took. For returns, repairs, invoices: whatever customers must do themselves.',
  ),
  definition: {
    title: words('办这件事省心吗', '辦這件事輕鬆嗎', 'Was it easy'),
    purpose: words(
      '不到一分钟。你在哪一步费了劲，我们就改哪一步。',
      '不到一分鐘。你在哪一步費了力，我們就改善哪一步。',
      'Less than a minute. Wherever it took you effort, that is the step we will work on.',
    ),
    thanks: words(
      '卡住的那一步，我们会去看。',
      '卡住的那一步，我們會去看。',
      'We will look at the step that held you up.',
    ),
    locales: ['zh-CN', 'zh-TW', 'en'],
    questions: [
      scale(
        'ces',
        'effort',
        words(
          '“这件事很容易就办好了。”你同意吗？',
          '「這件事很容易就辦好了。」你同意嗎？',
          '“It was easy to get this done.” Do you agree?',
        ),
      ),
      choice(
        'single',
        'held-up',
        words('最费劲的是哪一步？', '最費力的是哪一步？', 'Which step took the most effort?'),
        [
          option('finding', '找到该去哪里办', '找到該去哪裡辦', 'Finding where to go'),
          option('filling', '填资料、传照片', '填資料、傳照片', 'Filling in and uploading'),
          option('waiting', '等回复', '等候回覆', 'Waiting for an answer'),
          option('repeating', '反复说明情况', '重複說明情況', 'Explaining it again and again'),
          option('nothing', '都不费劲', '都不費力', 'None of it'),
        ],
      ),
      written(
        'long-text',
        'said',
        words(
          '如果只改一个地方，你希望改什么？',
          '如果只改一個地方，你希望改什麼？',
          'If we changed one thing, what should it be?',
        ),
        words(
          '例如：退货要填三次订单号，希望扫一下就行',
          '例如：退貨要填三次訂單編號，希望掃一下就好',
          'For example: I typed the order number three times; let me scan it',
        ),
      ),
    ],
    settings: OPEN_SETTINGS,
  },
}
