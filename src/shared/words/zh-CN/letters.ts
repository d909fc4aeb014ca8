/** What we write to customers about their feedback, by mail and on the status page. */
export const letterWords = {
  'letter.hello': '{name}，你好：',
  'letter.hello-you': '你好：',
  'letter.ack.subject': '已收到你的反馈，编号 {code}',
  'letter.ack.by': '你的反馈已收到，编号 {code}。我们会在 {due} 前回复。',
  'letter.ack.open': '你的反馈已收到，编号 {code}。有了结果，我们会告诉你。',
  'letter.progress': '查看进展、补充说明：{link}',
  'letter.answer-here': '也可以直接回复这封邮件。',
  'letter.reply.subject': '关于你的反馈（编号 {code}）',
  'letter.resolved.subject': '你的反馈有了结果（编号 {code}）',
  'letter.resolved.resolved': '你反馈的问题，我们已经处理好了。',
  'letter.resolved.explained': '你反馈的事，我们的说明如下。',
  'letter.resolved.no-action': '你反馈的事，我们这次不作改动，原因如下。',
  'letter.check.ask': '问题解决了吗？请告诉我们：',
  'letter.check.link': '回答“解决了”或“还没有”：{link}',
  'letter.check.until': '到 {until} 还没有收到回答，我们会先关闭这件事；之后你写信来，我们照样接着处理。',
} as const
