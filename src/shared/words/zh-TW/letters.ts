import type { WordsOf } from '../say.ts'
import type { letterWords as zhCN } from '../zh-CN/letters.ts'

export const letterWords = {
  'letter.hello': '{name}，你好：',
  'letter.hello-you': '你好：',
  'letter.ack.subject': '已收到你的回饋，編號 {code}',
  'letter.ack.by': '你的回饋已收到，編號 {code}。我們會在 {due} 前回覆。',
  'letter.ack.open': '你的回饋已收到，編號 {code}。有結果時，我們會告訴你。',
  'letter.link': '{label}：{link}',
  'letter.code': '編號',
  'letter.progress': '查看進度、補充說明',
  'letter.answer-here': '也可以直接回覆這封信。',
  'letter.reply.subject': '關於你的回饋（編號 {code}）',
  'letter.resolved.subject': '你的回饋有結果了（編號 {code}）',
  'letter.resolved.resolved': '你反映的問題，我們已經處理好了。',
  'letter.resolved.explained': '你反映的事，我們的說明如下。',
  'letter.resolved.no-action': '你反映的事，我們這次不做調整，原因如下。',
  'letter.check.ask': '問題解決了嗎？請告訴我們。',
  'letter.check.link': '回答「解決了」或「還沒有」',
  'letter.check.until': '到 {until} 還沒收到回答，我們會先結案；之後你再寫來，我們一樣會接著處理。',
} as const satisfies WordsOf<typeof zhCN>
