/** Answers in Traditional Chinese and in English, written for their readers. */
import type { ReplyTopic } from './reply-topic.ts'

export const traditional: ReplyTopic = {
  first: [
    '{name}你好，我是禾岫的佩珊。讓你花時間反覆試還是沒有好，這一點很抱歉。你描述的狀況我對照過維修紀錄，應該是零件的問題，不是你用錯。我先寄更換的零件給你，運費由我們負擔，明天 18:00 前給你寄件編號。',
    '{name}你好，你的訊息我看完了，也把照片轉給工程師。今天下班前我會回覆你一個明確的做法；如果需要送修，我會安排到府收件，你不用自己寄。',
  ],
  ask: ['方便的話，請把機身標籤拍給我，我要確認批次，收到後兩小時內回覆。'],
  resolved: [
    { outcome: 'resolved', note: '更換的零件已寄達，你確認可以正常使用了。' },
    { outcome: 'explained', note: '已說明台灣地區的保固範圍與做法，細節寄到你的信箱。' },
  ],
  notes: ['台灣門號，簡訊通道不支援，先開信箱登入。'],
}

export const english: ReplyTopic = {
  first: [
    'Hello {name}, this is Peishan at Hexiu. You did everything right and it still let you down, and then nobody got back to you. I have taken this over myself. Here is what happens next: a technician will call you today before 20:00 to agree on a time, and I will check with you tomorrow that it really happened.',
    'Hi {name}, thank you for writing it down so clearly. I have passed the details to our engineers together with the logs, so you will not have to explain it twice. You will hear from me by tomorrow 18:00 China time, with a fix or with an honest "not yet".',
  ],
  ask: [
    'Could you send a photo of the label on the underside of the machine? The batch number there tells me which part to send.',
  ],
  resolved: [
    { outcome: 'resolved', note: 'The part was replaced and you confirmed that it works.' },
    {
      outcome: 'explained',
      note: 'We explained what can and cannot be done outside mainland China, and sent you the details by e-mail.',
    },
  ],
  notes: ['英文客户，时差八小时，尽量下午打。'],
}

/** What customers write back. */
export const CUSTOMER_ANSWERS: readonly string[] = [
  '好的，照片发了，你看下。',
  '周六上午可以，十点以后。',
  '收到，我先照你说的试试。',
  '谢谢，终于有人说人话了。',
  '行，我等你消息，别又没声了。',
  '批次号是标签第二行那个吧，已拍。',
  '可以，晚上七点之后打给我。',
  '嗯，知道了。',
]

/** What customers write when they say that it did not help. */
export const STILL_NOT: readonly string[] = [
  '还是老样子，没好。',
  '没有解决，昨天又出现了一次。',
  '说好的时间过了，没人联系我。',
  '好了两天又犯了。',
]

/** What we write when it comes back. */
export const AGAIN: readonly string[] = [
  '谢谢你告诉我没有好，工单已经重新打开，还是由我负责。这次换一个办法，明天 12:00 前给你答复。',
  '没修好就是没修好，前面那次算我的。我已经请技术主管接手，他今天会给你打电话。',
]
