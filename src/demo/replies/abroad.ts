/** Answers in Traditional Chinese and in English, written for their readers. */
import type { ReplyTopic } from './reply-topic.ts'

export const traditional: ReplyTopic = {
  first: [
    '{name}你好，我是禾岫的佩珊。這件事讓你費心了，很抱歉。你寫的經過我從頭看完了，之後都由我負責到底，不用再跟別人重講一次。明天 12:00 前我會告訴你怎麼處理、什麼時候好。',
    {
      fits: /建議/,
      text: '{name}你好，我是禾岫的佩珊，謝謝你想得這麼細。這個建議今天就交給產品同事，兩週內會告訴你做或不做，以及原因。',
    },
    {
      fits: /驗證碼/,
      text: '{name}你好，我是禾岫的佩珊。試了一整晚還是收不到，真的很累人。台灣門號的簡訊目前不穩定，這是我們的問題；我先替你改成用信箱登入，登入碼已經寄出，今天就能用。',
    },
    '{name}你好，你的訊息我看完了，也轉給了負責的同事。今天下班前我會回覆你一個明確的做法；如果需要送修，我會安排到府收件，你不用自己寄。',
  ],
  ask: ['方便的話，請把機身標籤拍給我，我要確認批次，收到後兩小時內回覆。'],
  resolved: [
    { outcome: 'resolved', note: '事情已經辦好，你也確認沒有問題了。' },
    { outcome: 'explained', note: '目前做不到的部分已說明原因，可行的做法寄到你的信箱。' },
  ],
  notes: ['台灣門號，簡訊通道不支援，先開信箱登入。'],
}

/** For kind words. */
export const traditionalThanks: ReplyTopic = {
  first: ['{name}你好，謝謝你特地來說一聲。這段話我轉給本人看了，以後有需要，直接回這則訊息就好。'],
  ask: [],
  resolved: [{ outcome: 'no-action', note: '已把你的稱讚轉達給本人。' }],
  notes: [],
}

export const englishThanks: ReplyTopic = {
  first: [
    'Hello {name}, thank you for taking the time to say so. It went straight to the people it is about. If anything ever goes wrong, just answer this message.',
  ],
  ask: [],
  resolved: [{ outcome: 'no-action', note: 'We passed your kind words on.' }],
  notes: [],
}

export const english: ReplyTopic = {
  first: [
    'Hello {name}, this is Peishan at Hexiu. I have read everything you wrote, and you have a point. It stays with me from here on: you will have a clear answer by tomorrow 12:00 China time, and this will not be closed until you say so.',
    {
      fits: /coating|leak|bucket/i,
      text: 'Hello {name}, this is Peishan at Hexiu. First things first: please stop using it, and do not try it again. I have reported this as a safety matter. A replacement leaves today at our cost, you need not send anything back beforehand, and a technician will call you before 20:00. I will write to you every day until it is settled.',
    },
    {
      fits: /Please let|Would love/,
      text: 'Hello {name}, this is Peishan at Hexiu. That is a good idea, and you are not the first to ask. It goes to the product team today; within two weeks you will know whether we do it, do it later, or do not do it, and why.',
    },
    'Hi {name}, thank you for writing it down so clearly. I have passed the details to our engineers together with the logs, so you will not have to explain it twice. You will hear from me by tomorrow 18:00 China time, with a fix or with an honest “not yet”.',
  ],
  ask: [
    'Could you send a photo of the label on the underside of the machine? The batch number there tells me which part to send.',
  ],
  resolved: [
    { outcome: 'resolved', note: 'It has been put right, and you confirmed that it has.' },
    {
      outcome: 'explained',
      note: 'We told you what we can and cannot do for now, and why.',
    },
  ],
  notes: ['英文客户，时差八小时，尽量下午打。'],
}
