import type { GramTable } from '../classifier/table.ts'
import { normalise } from '../language/normalise.ts'
import { findPhrases, phrasesOf } from '../language/phrases.ts'
import { LONGEST_READ, type Sentiment, type SentimentModel, sentimentOfNormalised } from '../sentiment/sentiment.ts'
import { type Intent, intentOfNormalised } from './intent.ts'

export const URGENCY_LEVELS = ['low', 'normal', 'high', 'critical'] as const
export type UrgencyLevel = (typeof URGENCY_LEVELS)[number]

export const URGENCY_REASONS = [
  'safety',
  'injury',
  'health',
  'legal',
  'media',
  'money',
  'deadline',
  'repeated',
  'churn',
  'anger',
] as const
export type UrgencyReason = (typeof URGENCY_REASONS)[number]

/** How soon somebody should look, and why. */
export type Urgency = { level: UrgencyLevel; reasons: UrgencyReason[] }

const WORDS: Readonly<Partial<Record<UrgencyReason, string>>> = {
  safety: `漏电 触电 电到 冒烟 起火 着火 自燃 爆炸 炸裂 炸了 鼓包 短路 漏气 煤气味 燃气泄漏 一氧化碳 刹车失灵 失控 气囊 安全隐患 很危险 太危险 差点出事 出事 烧焦 烧糊 焦味 熔化
    electric_shock electrocuted smoke smoking caught_fire on_fire sparks exploded explosion gas_leak burning_smell brake_failure safety_hazard dangerous hazard overheated_and`,
  injury: `受伤 烫伤 烧伤 割伤 划伤手 砸伤 摔伤 骨折 流血 出血 送医 住院 急诊 救护车 昏迷 窒息 毁容
    injured injury burned_my burnt_my bleeding hospital ambulance emergency_room stitches unconscious`,
  health: `食物中毒 中毒 上吐下泻 拉肚子 闹肚子 腹泻 呕吐 过敏 红肿 起疹子 发烧 异物 玻璃渣 钉子 虫卵 蟑螂 老鼠 孕妇 婴儿 宝宝吃 甲醛 致癌
    food_poisoning poisoned vomiting diarrhea diarrhoea allergic allergic_reaction rash glass_in metal_in cockroach pregnant baby_formula`,
  legal: `起诉 告你们 告上法庭 法院 律师 律师函 报警 警察 派出所 公安 工商 市监局 市场监管 12315 12345 消协 消费者协会 消委会 消保会 工信部 银保监 仲裁 维权 举报 法律途径 违法 侵权 诈骗 三倍赔偿 十倍赔偿 假一赔
    lawyer attorney lawsuit sue legal_action court police consumer_protection small_claims better_business_bureau illegal fraud regulator`,
  media: `曝光 媒体 记者 电视台 央视 315晚会 发微博 发抖音 发小红书 发朋友圈曝光 上热搜 热搜 挂你们 挂网上 公之于众 黑猫投诉 大v
    go_viral social_media journalist reporter the_press newspaper tv_station expose_you post_this`,
  money: `重复扣款 扣了两次 多扣 乱扣 盗刷 被盗 不退款 不退钱 拒绝退款 钱没到账 没到账 退款没到 未到账 余额不见 押金不退 自动扣费 自动续费 无故扣 损失惨重 血汗钱
    charged_twice double_charged unauthorized_charge overcharged stolen money_missing refund_not_received won't_refund refuse_to_refund`,
  deadline: `今天之内 今天必须 今天就要 马上要用 急用 着急用 很急 加急 紧急 十万火急 赶时间 明天就要 明天要用 明天就 立刻 立即 尽快处理 尽快解决 24小时内 限你们 截止 来不及 婚礼 高考 出差要用 等着用
    urgent urgently asap immediately right_now today_or by_tomorrow deadline emergency time_sensitive need_it_by`,
  repeated: `第三次 第四次 第五次 三番五次 反反复复 多次反映 多次投诉 反映多次 好几次了 打了三次 打了几次 打了好几次 打了无数 无数次 催了好几 催了多次 还是没人 一直没人 没人回复 一个月了 半个月了 两个星期了 两周了 几个月了 三个月了 至今没 至今未 到现在还没 迟迟没 迟迟不
    third_time fourth_time several_times multiple_times many_times again_and_again still_no still_waiting for_weeks for_months no_one_has`,
}

/** Takes the alarm out: 没有受伤, 不会过敏, 差点… stays. */
const CALM = [
  '没有受伤',
  '没受伤',
  '不过敏',
  '没过敏',
  '没有过敏',
  '不会过敏',
  '不漏电',
  '没有异味',
  '不着急',
  '不急',
  '没甲醛',
  '无甲醛',
  '没有甲醛',
  '防漏电',
  '防触电',
  'not urgent',
  'no rush',
  'not injured',
  'no injuries',
]

const cues = phrasesOf<UrgencyReason | null>([
  ...Object.entries(WORDS).flatMap(([reason, words]) =>
    words
      .split(/\s+/)
      .filter((word) => word !== '')
      .map((word) => [word.replaceAll('_', ' '), URGENCY_REASONS.find((known) => known === reason) ?? null] as const),
  ),
  ...CALM.map((word) => [word, null] as const),
])

const CRITICAL = new Set<UrgencyReason>(['safety', 'injury'])
const HIGH = new Set<UrgencyReason>(['health', 'legal', 'media', 'money', 'churn'])
const FURIOUS = -0.97

/**
 * How soon a normalised text wants an answer. Danger and injury are critical unless the text is happy; health, law,
 * the public, money and leaving are high; two weaker reasons together are high; praise is low.
 */
export function urgencyOfNormalised(text: string, sentiment: Sentiment, intent: Intent): Urgency {
  const found = new Set<UrgencyReason>()
  for (const { value } of findPhrases(cues, text)) if (value) found.add(value)
  if (intent.label === 'churn') found.add('churn')
  if (sentiment.label === 'negative' && sentiment.score < FURIOUS && text.includes('!!')) found.add('anger')
  const reasons = URGENCY_REASONS.filter((reason) => found.has(reason))
  return { level: levelOf(reasons, sentiment, intent), reasons }
}

function levelOf(reasons: readonly UrgencyReason[], { label }: Sentiment, intent: Intent): UrgencyLevel {
  const isHappy = label === 'positive'
  if (reasons.some((reason) => CRITICAL.has(reason)))
    return isHappy || intent.label === 'question' ? 'normal' : 'critical'
  const isGrave = reasons.some((reason) => HIGH.has(reason))
  if (isGrave && reasons.includes('health') && reasons.includes('legal')) return 'critical'
  if (isGrave || reasons.length >= 2) return isHappy ? 'normal' : 'high'
  if (intent.label === 'praise' || (intent.label === 'other' && label !== 'negative'))
    return reasons.length > 0 ? 'normal' : 'low'
  return intent.label === 'suggestion' && reasons.length === 0 ? 'low' : 'normal'
}

/** How soon somebody should look at a text, and why. */
export function urgencyOf(text: string, model: SentimentModel & { intents: GramTable }): Urgency {
  const { text: plain } = normalise(text, { limit: LONGEST_READ })
  const sentiment = sentimentOfNormalised(plain, { model })
  return urgencyOfNormalised(plain, sentiment, intentOfNormalised(plain, sentiment, model.intents))
}
