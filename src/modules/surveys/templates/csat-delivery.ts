import { choice, OPEN_SETTINGS, option, scale, type Template, words, written } from './template.ts'

export const csatDeliveryTemplate: Template = {
  key: 'csat-delivery',
  about: words(
    '签收后一两天发出。问送货本身，不问商品，好坏分得清。',
    '簽收後一兩天發送。只問配送，不問商品，好壞分得清楚。',
    'To send a day or two after delivery. It asks about the delivery, not the product, so that the two stay apart.',
  ),
  definition: {
    title: words('这次送货怎么样', '這次配送如何', 'How was the delivery'),
    purpose: words(
      '一分钟，只问送货。商品用得怎么样，过些天再请教你。',
      '一分鐘，只問配送。商品好不好用，過幾天再請教你。',
      'One minute, about the delivery only. We will ask about the product once you have used it.',
    ),
    thanks: words('我们会转给配送的同事。', '我們會轉給配送的同仁。', 'Our delivery team will see this.'),
    locales: ['zh-CN', 'zh-TW', 'en'],
    questions: [
      scale(
        'csat',
        'delivery',
        words('你对这次送货满意吗？', '你對這次配送滿意嗎？', 'How satisfied are you with the delivery?'),
      ),
      choice('multi', 'trouble', words('遇到下面的情况了吗？', '有遇到下列情況嗎？', 'Did any of these happen?'), [
        option('late', '比说好的时间晚', '比約定的時間晚', 'It came later than promised'),
        option('no-call', '没打电话就放在门口', '沒有聯絡就放在門口', 'It was left without a call'),
        option('damaged', '包装或商品有破损', '包裝或商品有破損', 'The parcel or product was damaged'),
        option('wrong', '东西不对或少了', '商品有誤或短少', 'Something was wrong or missing'),
        option('upstairs', '没有送上楼', '沒有送上樓', 'It was not brought up'),
        option('none', '都没有', '都沒有', 'None of these'),
      ]),
      written(
        'long-text',
        'said',
        words('能具体说说吗？', '可以具體說說嗎？', 'Can you tell us more?'),
        words(
          '例如：说好周六上午，周日晚上才到，外箱压扁了一角',
          '例如：約好週六上午，週日晚上才到，外箱壓扁一角',
          'For example: promised for Saturday morning, came on Sunday night with a crushed corner',
        ),
      ),
    ],
    settings: OPEN_SETTINGS,
  },
}
