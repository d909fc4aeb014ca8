import type { Locale } from '../../shared/contracts/values.ts'

type Starter = { starter: string; name: string; situation: string; text: string; language: Locale; position: number }
type Words = readonly [name: string, situation: string, text: string]

const SIMPLIFIED: Readonly<Record<string, Words>> = {
  apology: [
    '致歉并说明下一步',
    '投诉，还在查原因',
    '{{customer.name|你}}，你好：\n\n{{product|这次}}的事给你添了麻烦，对不起。我已经在查原因，{{due|明天下班前}}之前会告诉你查到了什么、接下来怎么做。\n\n{{agent.name}}',
  ],
  ask: [
    '请补充信息',
    '看不出具体问题',
    '{{customer.name|你}}，你好：\n\n为了尽快处理（编号 {{number}}），想请你补充两点：\n1. 问题是什么时候、在哪一步出现的？\n2. 方便的话，附一张照片或截图。\n\n直接回复就可以。\n\n{{agent.name}}',
  ],
  repair: [
    '安排维修',
    '产品故障',
    '{{customer.name|你}}，你好：\n\n{{product|产品}}的故障我已登记（编号 {{number}}），维修师傅会先打电话和你约时间。时间不合适可以直接改，不用重新报修。\n\n{{agent.name}}',
  ],
  suggestion: [
    '建议已转交',
    '建议，等待评估',
    '{{customer.name|你}}，你好：\n\n你的建议已经转给负责{{product|这部分}}的同事。采纳与否，我们都会在{{due|两周内}}告诉你，并说明理由。\n\n{{agent.name}}',
  ],
  decline: [
    '说明为什么不做',
    '建议，这次不采纳',
    '{{customer.name|你}}，你好：\n\n你提的建议我们认真看过，今年不会做，原因是：【写清楚原因】。如果情况有变，我们会告诉你。\n\n{{agent.name}}',
  ],
  solved: [
    '问题已解决',
    '处理完成',
    '{{customer.name|你}}，你好：\n\n你反映的问题已经处理好了：【做了什么】。如果还有不对的地方，直接回复这里，我会接着跟进。\n\n{{agent.name}}',
  ],
}

const TRADITIONAL: Readonly<Record<string, Words>> = {
  apology: [
    '致歉並說明下一步',
    '客訴，還在查原因',
    '{{customer.name|你}}，你好：\n\n{{product|這次}}的事造成你的困擾，對不起。我正在查原因，{{due|明天下班前}}之前會告訴你查到什麼、接下來怎麼做。\n\n{{agent.name}}',
  ],
  ask: [
    '請補充資訊',
    '看不出具體問題',
    '{{customer.name|你}}，你好：\n\n為了儘快處理（編號 {{number}}），想請你補充兩點：\n1. 問題是什麼時候、在哪個步驟出現的？\n2. 方便的話，附一張照片或螢幕截圖。\n\n直接回覆就可以。\n\n{{agent.name}}',
  ],
  repair: [
    '安排維修',
    '產品故障',
    '{{customer.name|你}}，你好：\n\n{{product|產品}}的故障我已登記（編號 {{number}}），維修人員會先打電話和你約時間。時間不方便可以直接改，不必重新報修。\n\n{{agent.name}}',
  ],
  suggestion: [
    '建議已轉達',
    '建議，等待評估',
    '{{customer.name|你}}，你好：\n\n你的建議已經轉給負責{{product|這部分}}的同事。採納與否，我們都會在{{due|兩週內}}告訴你，並說明理由。\n\n{{agent.name}}',
  ],
  decline: [
    '說明為什麼不做',
    '建議，這次不採納',
    '{{customer.name|你}}，你好：\n\n你提的建議我們認真看過，今年不會做，原因是：【寫清楚原因】。如果情況有變，我們會告訴你。\n\n{{agent.name}}',
  ],
  solved: [
    '問題已解決',
    '處理完成',
    '{{customer.name|你}}，你好：\n\n你反映的問題已經處理好了：【做了什麼】。如果還有不對的地方，直接回覆這裡，我會接著處理。\n\n{{agent.name}}',
  ],
}

const ENGLISH: Readonly<Record<string, Words>> = {
  apology: [
    'Apology and next step',
    'Complaint, cause not known yet',
    'Hello {{customer.name|there}},\n\nI am sorry for the trouble with {{product|this}}. I am finding out what went wrong, and by {{due|the end of tomorrow}} I will tell you what I found and what we do next.\n\n{{agent.name}}',
  ],
  ask: [
    'Ask for details',
    'Problem not clear',
    'Hello {{customer.name|there}},\n\nTo help you quickly (number {{number}}), could you tell me:\n1. When, and at which step, did it happen?\n2. If you can, add a photo or a screenshot.\n\nJust reply here.\n\n{{agent.name}}',
  ],
  repair: [
    'Arrange a repair',
    'Product fault',
    'Hello {{customer.name|there}},\n\nThe fault of your {{product|product}} is on record (number {{number}}). Our technician will call you first to agree on a time. If it does not suit you, just change it.\n\n{{agent.name}}',
  ],
  suggestion: [
    'Suggestion passed on',
    'Suggestion, being looked at',
    'Hello {{customer.name|there}},\n\nYour suggestion is with the people in charge of {{product|this}}. Whether or not we do it, you will hear from us by {{due|two weeks from now}}, with the reason.\n\n{{agent.name}}',
  ],
  decline: [
    'Why we will not do it',
    'Suggestion not taken up',
    'Hello {{customer.name|there}},\n\nWe looked at your suggestion with care. We will not do it this year, because [say why]. If that changes, we will tell you.\n\n{{agent.name}}',
  ],
  solved: [
    'Problem solved',
    'Done',
    'Hello {{customer.name|there}},\n\nWhat you told us about has been put right: [what was done]. If anything is still wrong, reply here and I will go on with it.\n\n{{agent.name}}',
  ],
}

const SETS: readonly (readonly [Locale, Readonly<Record<string, Words>>])[] = [
  ['zh-CN', SIMPLIFIED],
  ['zh-TW', TRADITIONAL],
  ['en', ENGLISH],
]

/** The first templates of a workspace: six situations in all three languages, its own language first. */
export function starterTemplates(own: Locale): Starter[] {
  return [...SETS]
    .sort(([a], [b]) => Number(b === own) - Number(a === own))
    .flatMap(([language, set], group) =>
      Object.entries(set).map(([key, [name, situation, text]], i) => ({
        starter: `${key} ${language}`,
        name,
        situation,
        text,
        language,
        position: group * 100 + i,
      })),
    )
}
