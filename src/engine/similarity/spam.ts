import { normalise } from '../language/normalise.ts'
import { findPhrases, phrasesOf } from '../language/phrases.ts'
import { isHan } from '../language/script.ts'

export const SPAM_REASONS = ['advert', 'contact', 'links', 'repeated', 'gibberish', 'bot-code'] as const
export type SpamReason = (typeof SPAM_REASONS)[number]

/** Signs of spam, worst first. `spam` is a suggestion: what is set aside can be restored. */
export type SpamVerdict = { spam: boolean; reasons: SpamReason[] }

const LONGEST_READ = 20_000

/** Goods and trades that no customer feedback offers. */
const ADVERTS = `代开发票 代开票 开发票联系 办证 刻章 办理各类证件 代办证件 文凭办理 贷款秒批 无抵押贷款 低息贷款 信用卡套现 套现 刷单 刷单兼职 兼职日结 日结工资 日赚 月入过万 月入十万 躺赚 在家赚钱 网赚 加盟代理 招代理 诚招代理 一手货源 博彩 赌场 真人娱乐 真人视讯 百家乐 时时彩 六合彩 北京赛车 澳门新葡京 威尼斯人 开元棋牌 棋牌游戏下载 注册送彩金 首充送 彩金 下注 菠菜平台 色情 成人视频 约炮 上门服务小姐 裸聊 迷药 枪支 窃听器 代孕 私家侦探 涨粉 刷粉 买粉 刷赞 代刷 挂机赚钱 股票推荐 荐股 牛股推荐 内幕消息 稳赚不赔 高额返利 虚拟币 炒币 减肥药 壮阳 增大增粗 丰胸
  casino online_casino viagra cialis porn xxx_videos payday_loan crypto_investment bitcoin_investment double_your_money make_money_fast work_from_home_and_earn earn_$ seo_services backlinks buy_followers cheap_followers rank_on_google guest_post escort hot_singles replica_watches`
/** Calls to get in touch elsewhere. */
const CONTACTS = `加微信 加我微信 加v 加vx 加薇信 加威信 加v信 加徽信 薇信 微信号 加qq 加扣扣 加我qq 扣扣号 加群 进群 q群 扫码领取 扫码进群 联系电话 私聊我 私信我 点击链接 点我头像 复制链接 戳链接 免费领取 whatsapp_me contact_me_on telegram_@ click_here click_this_link visit_my dm_me`

const split = (words: string): string[] =>
  words
    .split(/\s+/)
    .filter((word) => word !== '')
    .map((word) => word.replaceAll('_', ' '))

const offers = phrasesOf<'advert' | 'contact'>([
  ...split(ADVERTS).map((word) => [word, 'advert'] as const),
  ...split(CONTACTS).map((word) => [word, 'contact'] as const),
])

const LINK =
  /(?:https?:\/\/|www\.)[^\s一-鿿]{3,200}|\b[a-z0-9-]{2,40}\.(?:top|xyz|vip|club|icu|cc|bet|win|loan|click)\b/gi
const CODE = /\[url=|<a\s{1,5}href|\[link=|\{\{|<script/i
const KEYBOARD = /qwert|asdf|zxcv|hjkl|yuiop|wasdwasd|qazwsx|1qaz2wsx/
const MOST_LINKS = 2
const FEWEST = 12
/** Shorter ones are how people shout: 慢慢慢慢慢慢慢慢慢慢慢慢. */
const LONG_REPEAT = 40

/** One stretch of 1–20 characters that makes up nearly the whole of a longer text. */
function isRepeated(text: string): boolean {
  const plain = text.replace(/\s+/g, '').slice(0, 600)
  if (plain.length < FEWEST) return false
  if (new Set(plain).size <= 2) return true
  for (let size = 2; size <= 20 && size * 4 <= plain.length; size++) {
    let same = 0
    for (let i = size; i < plain.length; i++) if (plain[i] === plain[i - size]) same++
    if (same >= (plain.length - size) * 0.95) return true
  }
  return false
}

/** Letters struck at random: rows of keys, or long latin words without vowels. Numbers and codes are facts, not noise. */
function isGibberish(text: string): boolean {
  const letters = text.replace(/[^a-z]/g, '')
  const han = [...text].reduce((n, char) => n + (isHan(char.codePointAt(0)!) ? 1 : 0), 0)
  if (letters.length < 8 || han * 2 > letters.length) return false
  if (KEYBOARD.test(text) && letters.length < 40) return true
  const words = text.match(/[a-z]{7,60}/g) ?? []
  const odd = words.filter(
    (word) => (word.match(/[aeiouy]/g)?.length ?? 0) / word.length < 0.15 || /[^aeiouy]{7}/.test(word),
  )
  return odd.join('').length > letters.length * 0.5
}

/**
 * Looks for what marks advertising and noise in a customer's text. A single contact word or link is no spam: people do
 * write 加微信聊 to a shop; together, or with goods on offer, they are.
 */
export function looksLikeSpam(text: string): SpamVerdict {
  const raw = normalise(text, { collapse: false, limit: LONGEST_READ }).text
  // 加 微 信 and 加.微.信 are 加微信.
  const plain = raw.replace(/([一-鿿])[\s.·*_|-]{1,3}(?=[一-鿿])/g, '$1')
  const found = new Set<SpamReason>(findPhrases(offers, plain).map((hit) => hit.value))
  const links = raw.match(LINK)?.length ?? 0
  if (links > 0) found.add('links')
  if (isRepeated(raw)) found.add('repeated')
  if (isGibberish(raw)) found.add('gibberish')
  if (CODE.test(raw)) found.add('bot-code')
  const reasons = SPAM_REASONS.filter((reason) => found.has(reason))
  const strong =
    found.has('advert') ||
    found.has('gibberish') ||
    found.has('bot-code') ||
    (found.has('repeated') && raw.length >= LONG_REPEAT)
  return { spam: strong || links > MOST_LINKS || (found.has('contact') && links > 0), reasons }
}
