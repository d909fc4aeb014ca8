/**
 * Sentences made from patterns of our own for what no public set has: threats to leave, proposals, and remarks that want
 * nothing. Every pattern is filled in with a few of its words, the same ones each time.
 */
import { chance } from '../src/engine/statistics/chance.ts'

type Made = 'complaint' | 'praise' | 'churn' | 'suggestion' | 'other' | 'question'

const PATTERNS: Readonly<Record<Made, readonly string[]>> = {
  complaint: [
    'The {ething3} {ebroke}',
    'My {ething3} {ebroke} {ewhen}',
    '{ebroke2} {ewhen}',
    'Your {estaff} {erude}',
    'I {esuffer}',
    '{thing3}{broke}',
    '{thing3}{broke}，{bad4}',
    '{staff}{rude}',
    '{waited}{noone}',
    '{ask2}{noone}',
  ],
  praise: [
    'The {ething3} {egood}',
    'Your {estaff} {ekind}',
    '{ething3} {egood}, thanks',
    '{thing3}{good}',
    '{staff}{kind}',
    '{staff}{kind}，{good2}',
    '{thing3}{good}，{good2}',
    '{time2}{thing3}还是{good}',
  ],
  churn: [
    '{never}{again}了，{bad4}',
    '{sick}，{never}{again}了',
    '{bad4}，{never}{again}了',
    '{bad}{soon}{leave}',
    '{last}{buy}{yours}了',
    '以后{never}{buy}{yours}了',
    '{soon}就{goto}{other}',
    '{tired}，{leave}',
    '{leave}，{bye}',
    '{contract}到期{notrenew}',
    '{contract}到期以后{goto}{other}',
    '再{bad2}我就{leave}',
    '要是还{bad2}，我只好{goto}{other}',
    '已经{leave}了',
    '{other}比你们好多了，{soon}{goto}{other}',
    '我们公司决定{notrenew}',
    '{never}{again}{yours}',
    '{tired}，{never}{again}',
    '{ebad} {eleave}',
    '{eleave} {ebye}',
    'I {enever} {ebuy} again',
    'This is the last time I {ebuy}',
    'If {ebad2} once more I {ewill} {eleave2}',
    'We have decided to {eleave2}',
    "I'm {eleaving}",
    'You just lost {ecust}',
    'After {ebad3} I {ewill} {eleave2}',
  ],
  suggestion: [
    '{wish}{add}{feature}',
    '{wish}{feature}{better}',
    '{feature}{could}{better}',
    '{iff}{add}{feature}{nice}',
    '能不能{add}{feature}',
    '可不可以{add}{feature}',
    '{add}{feature}会更方便',
    '{consider}{add}{feature}',
    '提个意见，{feature}{better}',
    '{wish}你们{consider2}{feature}',
    '{feature}要是{better}{nice}',
    '最好{add}{feature}',
    '{ewish} {eadd} {efeature}',
    'Please {eadd} {efeature}',
    '{efeature2} would be {enice}',
    'It would be {enice} to have {efeature}',
    'You should {eadd} {efeature}',
    'Could you {eadd} {efeature}?',
    'Would love {efeature}',
    'Maybe {eadd} {efeature}',
    'I suggest you {eadd} {efeature}',
    'The only thing missing is {efeature}',
    'Any chance you could {eadd} {efeature}',
  ],
  other: [
    '{ack}',
    '{ack}，{ack}',
    '我{fact}',
    '{time}{fact}',
    '{who}{fact2}',
    '{ack}，{time}{fact}',
    '{info}',
    '{time}{info}',
    '{eack}',
    '{efact} {etime}',
    'I {efact2} {etime}',
    '{einfo}',
    'My {ething} is {enum}',
    '我的{thing}是{num}',
    '{thing}：{num}',
  ],
  question: [
    '{ask}{qthing}{qdo}',
    '{qthing}{qwhen}{qdone}',
    '{help}{do}{qthing}',
    '{qthing}{can}{do2}吗',
    '{qthing}多少钱',
    '{qthing}在哪里{do}',
    '{ehow} {edo} {ething2}?',
    '{ecan} {edo} {ething2}?',
    'When {ewillq} {ething2} arrive',
    'Please {edo} {ething2}',
    'Do you have {ething2}?',
    'I want to {edo} {ething2}',
    '我想{do}{qthing}',
  ],
}

const WORDS: Readonly<Record<string, string>> = {
  ething3:
    'charger|delivery|screen|food|battery|room|app|order|heater|package|parking|driver|washing machine|internet|coffee|website',
  ebroke:
    'stopped working|caught fire|leaks|arrived broken|is late again|never showed up|was cold|keeps failing|smells|is damaged|was dirty|died|does not turn on|is slow|was wrong|burned out|cracked',
  ebroke2:
    'No hot water|Wrong size sent|Nothing works|No reply|Lost my luggage|Charged twice|Nobody answered|It broke|Still no refund',
  ewhen:
    'after two days|again|on the first day|since Monday|for a week|the second time|already|yesterday|within a month',
  estaff: 'agent|waiter|driver|technician|receptionist|support team|staff',
  erude: 'was rude|ignored me|hung up on me|did not help|lied to me|never called back|laughed at me|overcharged me',
  esuffer:
    'waited an hour for nothing|was charged for nothing|got food poisoning|still have no answer|paid for something that never came|cannot log in|had to call five times|found a hair in my soup',
  egood:
    'is great|works perfectly|is wonderful|was delicious|arrived early|is spotless|exceeded my expectations|is a pleasure to use|is worth it|was superb',
  ekind: 'was so kind|helped right away|was patient and friendly|did a great job|is amazing|solved it quickly',
  thing3: '洗衣机|屏幕|快递|外卖|房间|软件|电池|包装|空调|衣服|米饭|网络|门锁|水管|耳机|冷氣|包裹|餐點|發票',
  broke:
    '坏了|漏水|碎了|一直没到|凉透了|又死机了|有异味|发错了|少了一件|连不上|开不了机|掉漆了|是脏的|卡得要命|不见了|爆了|壞了|破了|還沒到',
  bad4: '太差了|无语|气人|没人管|怎么办事的|糟糕透了|失望|離譜',
  staff: '客服|店员|师傅|前台|司机|老师|医生|快递员|店員|服務生|骑手',
  rude: '态度很差|爱理不理|挂我电话|一直推脱|骗人|乱收费|不讲理|迟到两小时|口氣很差|弄坏了我的东西',
  waited: '等了三个小时|打了五次电话|排了一上午|催了好多遍|投诉了两次|等了一個月',
  noone: '没人理|还是没解决|没有结果|没人接|就这么不了了之|沒人處理',
  ask2: '问客服|找店家|发邮件|留言|申请退款|反映问题|',
  good: '很好用|特别好吃|质量不错|又快又好|很干净|效果明显|颜色好看|物超所值|很满意|很舒服|很好喝|很讚|好漂亮',
  good2: '下次还来|推荐|点赞|谢谢|满意|五星|辛苦了|很開心|值得',
  kind: '很热情|特别耐心|人真好|帮了大忙|很专业|服务周到|技术好|有礼貌|超親切|很细心',
  time2: '用了一年|第二次买，|住了三晚，|吃了好几次，',
  sick: '吃了拉肚子|等了两小时|被骗一次|买回来就坏|东西发霉|又被多扣钱',
  bad: '太让人失望了，|服务太差，|气死我了，|质量越来越差，|态度恶劣，|忍了很久了，|一次比一次差，|太扯了，|',
  bad2: '出问题|不处理|乱扣钱|这么慢|敷衍我|涨价',
  soon: '明天|这个月底|马上|过完年|下次|以后|今天|',
  leave:
    '换别家|退会|注销账号|卸载|销户|去别的店|转到别的平台|退租|退订|换供应商|携号转网|换牌子|退群|取关|取消会员|搬走|換別家|刪掉APP|停用|轉去別間',
  never: '再也不|绝不|不会再|永远不|打死不|再也不想|不打算再',
  again: '来|买|用|点|订|光顾|去|信',
  last: '最后一次|这是最后一次|不会有下次，最后一次',
  buy: '来|买|用|点|订|住|坐|喝',
  yours: '你们家|你们的东西|你家|这家店|这个牌子|贵司|',
  goto: '换到|转到|去|改用|投奔',
  other: '别家|对手那边|隔壁那家|另一家|别的平台|其他品牌|竞争对手|別間',
  tired: '受够了|忍不了了|心凉了|不伺候了|算了|没意思',
  bye: '再见|拜拜|不送|各走各路|就这样',
  contract: '合同|会员|年费|套餐|租约|合約',
  notrenew: '不续了|不再续签|不续费|就走人|不再合作|终止合作|解约',
  ebad: 'Terrible service.|I have had enough.|So disappointed.|Unacceptable.|This is ridiculous.|',
  ebad2: 'this happens|you mess up|it fails|you raise the price',
  ebad3: 'this experience|what happened|that call|ten years|the last update',
  eleave:
    'I am switching to a competitor.|Cancelling my account.|I will go elsewhere.|Closing my account today.|Deleting the app.|Moving to another provider.|I am leaving.|Not renewing.',
  eleave2:
    'switch providers|close my account|cancel my subscription|go to a competitor|leave|move elsewhere|take our business elsewhere|stop using your service|uninstall the app',
  eleaving:
    'leaving for good|switching to someone else|done with your company|cancelling everything|moving to another bank|going back to my old provider|not coming back',
  ebye: 'Goodbye.|Bye.|Good riddance.|You lost me.|',
  enever: 'will never|am never going to|would never',
  ebuy: 'buy from you|shop here|fly with you|use your service|order here|stay here|eat here|bank with you',
  ewill: 'will|am going to|have decided to|plan to',
  ecust: 'a loyal customer|a customer|my business|a longtime client|our family',
  wish: '希望|建议|希望能|盼望|期待|真心希望|建議|希望可以|求|想要',
  add: '增加|加个|多一些|开放|支持|提供|推出|换成|设置|安排|准备|做一个|附上|弄个',
  feature:
    '夜间模式|小份菜|停车位|无障碍通道|蓝色款|发票自动开|语音播报|自助退货|周末客服|更大的字体|分期付款|儿童座椅|充电口|低糖口味|更多门店|试用装|中文说明书|预约提醒|配送时间段|指纹解锁|搜索历史|批量导出|会员折扣|雨伞架|夜間配送|電子發票|素食選項|深色主題',
  better: '做得更好一点|再大一点|能再快一些|简单一点|多一点|改进一下|优化一下|再便宜点',
  could: '可以|应该|最好能|不妨',
  iff: '如果能|要是能|要是可以|如果可以|假如',
  nice: '就好了|就更好了|就完美了|会方便很多|就太棒了|就贴心了',
  consider: '可以考虑|不妨|何不|不如|是不是可以|可以試著',
  consider2: '考虑一下|能重视|改善|尽快上线|加强',
  ewish: 'I wish you would|I would like you to|It would help if you could|Hope you can|You may want to',
  eadd: 'add|bring back|include|support|offer|improve|allow|provide|make|put in|consider',
  efeature:
    'a night mode|more filters|an export button|smaller portions|more parking|a weekend hotline|a larger font|offline mode|a student discount|vegan options|a widget|landscape mode|more colors|an option to mute|two-factor login|a wish list|text reminders|a map view',
  efeature2:
    'A night mode|More filters|An export button|Smaller portions|More parking|A larger font|Offline mode|A widget|Text reminders|A map view',
  enice: 'nice|great|useful|helpful|better|awesome|handy',
  ack: '好的|嗯|收到|知道了|没事|可以|行|谢谢，不用了|哦|明白|稍等|好，等你|在吗|你好|您好|了解|沒關係|好喔|早安|OK|没有了|是的|对|不是',
  time: '昨天|今天|上周|下午|刚才|周五|明天早上|上个月|三点|去年|上週|剛剛',
  fact: '已经付款了|下单了|寄回去了|在家|收到货了|在上班|会去拿|拍了两件|填好了|住三楼|在外地|发过去了|已經匯款|會過去|办的卡|再看看|考虑一下|路过|到店取',
  fact2: '喜欢红色|是会员|姓陈|在加班|下周生日|要的|用的|帮我买的',
  who: '我妈|我|孩子|同事|我老公|朋友',
  info: '地址是中山路12号|电话是座机|尾号8821|订单截图发你了|图片在上面|抬头是某某公司|资料发邮箱了|要黑色的|型号是X20|收件人是我|後五碼 33456|一共三个人',
  thing: '订单号|地址|电话|邮箱|型号|单号|姓名',
  num: '20240315|SF88123|138 0000|abc@example.com|K-200|王先生|人民路',
  eack: 'ok|Thanks, got it|Hello|Hi there|Sure|Done|No problem|I see|Yes|No|Will do|Noted|One moment|Good morning',
  efact: 'Ordered|Picked it up|Paid|Bought it|Sent the form|Received the parcel|Booked a table',
  efact2:
    'ordered two|paid by card|live nearby|will be home|sent the photos|picked it up|am still thinking|have a membership|was just looking',
  etime: 'yesterday|on Monday|last week|this morning|after six|tomorrow|in March',
  einfo:
    'It is for my mother|The black one|See attached|Here is the screenshot|We are two adults|The address is Main Street 5',
  ething: 'order number|address|phone|email|name|account',
  enum: '5512|A-778|in the profile|Main Street 5|John|012345',
  ask: '请问|想问一下|咨询一下|问下|請問|麻烦问下|',
  qthing: '退款|这个订单|发票|优惠券|安装|保修|快递|尺码|这款|会员|地址|积分|预约|早餐|停车|運費|保固|訂單',
  qdo: '怎么弄|怎么办理|要多久|需要什么|怎么算|怎么退|有吗|可以改吗|要錢嗎|怎麼用',
  qwhen: '什么时候|几天|多久|哪天|什麼時候',
  qdone: '能到|发货|处理好|到账|生效|有货|出貨',
  help: '帮我|麻烦帮我|请帮我|麻煩幫我|能帮我',
  do: '查一下|改一下|取消|修改|申请|办理|开',
  do2: '改|退|换|取消|开发票|自提|分期|刷卡|帶寵物',
  can: '可以|能|还能|可不可以|能够',
  ehow: 'How do I|How can I|Where can I|What is the way to',
  ecan: 'Can I|Can you|Could you|May I|Is it possible to',
  edo: 'change|cancel|track|return|find|update|book|check|activate|download',
  ething2:
    'my order|my invoice|the booking|my address|a refund|my card|the warranty|a parking spot|the manual|my password|a larger size',
  ewillq: 'will|does|should',
}

const EACH = 110

function filled(pattern: string, next: () => number): string {
  return pattern.replace(/\{(\w+)\}/g, (_, name: string) => {
    const words = (WORDS[name] ?? '').split('|')
    return words[Math.floor(next() * words.length)] ?? ''
  })
}

export function madeSentences(seed: number): { text: string; label: Made }[] {
  const next = chance(seed)
  const made = (Object.keys(PATTERNS) as Made[]).flatMap((label) =>
    PATTERNS[label].flatMap((pattern) =>
      Array.from({ length: EACH }, () => ({ text: filled(pattern, next).trim(), label })),
    ),
  )
  return [...new Map(made.map((one) => [one.text, one])).values()].filter(({ text }) => text !== '')
}
