/** Reply templates, surveys and their names, as the demo workspace starts with them. */

export type ReplyTemplate = { key: string; title: string; situation: string; text: string }

/** `{{name}}`, `{{product}}`, `{{number}}`, `{{agent}}` are the product's own variables. */
export const REPLY_TEMPLATES: readonly ReplyTemplate[] = [
  {
    key: 'received',
    title: '收到，先报时间',
    situation: '刚接手，还没有结论',
    text: '{{name}}你好，我是{{agent}}。你说的我看完了，编号 {{number}}。我先去核对记录，今天 18:00 前给你回音，没有结论也会回。',
  },
  {
    key: 'visit',
    title: '约上门',
    situation: '需要师傅到家',
    text: '{{name}}你好，{{product}}需要师傅看过才好下结论，检测不收费。请给我两个你方便的两小时时段，我来约；前一天会发短信确认，改时间点短信里的链接就行。',
  },
  {
    key: 'safety',
    title: '安全问题：先停用',
    situation: '涂层脱落、火花、糊味、漏电',
    text: '{{name}}你好，请先停用{{product}}并断开电源，不要再试。新件今天寄出，不用你出钱，也不用先寄回旧的。产品负责人今天内会给你打电话。',
  },
  {
    key: 'missed-visit',
    title: '失约道歉',
    situation: '约好的时间没有人来',
    text: '{{name}}你好，你在家等了，我们没有来，也没有说一声，这是我们失约。我和网点重新定了时间，师傅出发前会打电话；误工的补偿今天给你答复。',
  },
  {
    key: 'login-code',
    title: '验证码收不到：先让人进得去',
    situation: 'App 登录',
    text: '{{name}}你好，我先给你开了临时登录码，机器今天就能用上。短信为什么没到我在查回执，明天 18:00 前告诉你结果，不需要重启手机或换卡。',
  },
  {
    key: 'ask-one',
    title: '追问一件事',
    situation: '只说“服务不好”或只打了低分',
    text: '{{name}}你好，我想把它改对，需要知道一件事：是等得久、没修好，还是说话让人不舒服？回一个词就行。',
  },
  {
    key: 'no-with-reason',
    title: '不做，并说明原因',
    situation: '建议或要求不能满足',
    text: '{{name}}你好，这件事我们现在不做，因为……。如果情况有变，我会告诉你。在这之前有一个能用的办法：……',
  },
  {
    key: 'price-protection',
    title: '价保',
    situation: '刚买就降价',
    text: '{{name}}你好，我核对了订单，按页面写的价保规则，差价退回原账户，一到三天到账。你不用再填表。',
  },
  {
    key: 'follow-up',
    title: '回访：好了没有',
    situation: '办完三天后',
    text: '{{name}}你好，三天前的{{product}}问题，现在还有吗？如果还有，直接回这条消息，工单会重新打开，还是由我负责。',
  },
  {
    key: 'thanks',
    title: '谢谢你的表扬',
    situation: '表扬某位同事',
    text: '{{name}}你好，你的话已经转给本人。能帮上忙就好，以后有事直接找我们。',
  },
]

export type SurveyKey = 'csat-delivery' | 'nps-quarterly' | 'ces-service' | 'app-login-check' | 'email-rating'
export type SurveyDefinition = {
  key: SurveyKey
  title: string
  purpose: string
  sent: string
  questions: readonly {
    key: string
    kind: 'nps' | 'csat' | 'ces' | 'rating' | 'single' | 'text'
    title: string
    options?: readonly { key: string; label: string }[]
  }[]
}

export const SURVEYS: readonly SurveyDefinition[] = [
  {
    key: 'csat-delivery',
    title: '送货安装后的满意度',
    purpose: '用来检查我们有没有按约好的时间到，20 秒就能答完。',
    sent: '送达或装好两小时后，短信、微信或邮件',
    questions: [
      { key: 'csat', kind: 'csat', title: '这次送货和安装，你满意吗？' },
      {
        key: 'on-time',
        kind: 'single',
        title: '师傅是按约好的时间到的吗？',
        options: [
          { key: 'yes', label: '按时到了' },
          { key: 'late', label: '晚到了' },
          { key: 'missed', label: '那天没有来' },
        ],
      },
      { key: 'why', kind: 'text', title: '是什么让你打了这个分？' },
    ],
  },
  {
    key: 'nps-quarterly',
    title: '你会推荐禾岫吗',
    purpose: '一年最多四次，问问你愿不愿意把我们介绍给别人。',
    sent: '每季度一大波，平时每天少量抽样',
    questions: [
      { key: 'nps', kind: 'nps', title: '你有多愿意把禾岫推荐给家人或朋友？' },
      { key: 'why', kind: 'text', title: '最主要的原因是什么？' },
    ],
  },
  {
    key: 'ces-service',
    title: '这次服务省心吗',
    purpose: '用来找出哪一步让你多费了力气。',
    sent: '工单办完后一小时；热线挂断后按键评分',
    questions: [
      { key: 'ces', kind: 'ces', title: '这次解决问题，对你来说容易吗？' },
      { key: 'why', kind: 'text', title: '哪一步最费力？' },
    ],
  },
  {
    key: 'app-login-check',
    title: 'App 登录小调查',
    purpose: '两个问题，帮我们确认验证码有没有修好。',
    sent: '登录页停留超过 90 秒或登录成功后，抽样弹出',
    questions: [
      {
        key: 'code-received',
        kind: 'single',
        title: '这次登录，验证码一分钟内收到了吗？',
        options: [
          { key: 'yes', label: '收到了' },
          { key: 'late', label: '收到了，但超过一分钟' },
          { key: 'no', label: '没有收到' },
        ],
      },
      { key: 'ces', kind: 'ces', title: '登录对你来说容易吗？' },
    ],
  },
  {
    key: 'email-rating',
    title: '邮件一键评分',
    purpose: '用了一个月之后，点一颗星就行。',
    sent: '购买 30 天后的邮件',
    questions: [{ key: 'rating', kind: 'rating', title: '用了一个月，给它几颗星？' }],
  },
]
