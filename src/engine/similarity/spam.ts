import { normalise } from '../language/normalise.ts'
import { findPhrases, phrasesOf } from '../language/phrases.ts'
import { isHan } from '../language/script.ts'

export const SPAM_REASONS = ['advert', 'contact', 'links', 'repeated', 'gibberish', 'bot-code'] as const
export type SpamReason = (typeof SPAM_REASONS)[number]

/** Signs of spam, worst first. `spam` is a suggestion: what is set aside can be restored. */
export type SpamVerdict = { spam: boolean; reasons: SpamReason[] }

const LONGEST_READ = 20_000

/** Offers that nobody makes but spammers; their customers' complaints name them seldom. */
const OFFERS = `代开发票 代开票 开发票联系 办理各类证件 代办证件 澳门新葡京 威尼斯人 开元棋牌 注册送彩金 首充送 上门服务小姐 约炮 裸聊 迷药 窃听器 月入过万 月入十万 稳赚不赔`
/** Trades of spammers. Customers speak of them as well: 让我刷单, 吃了减肥药. */
const TRADES = `办证 刻章 文凭办理 贷款秒批 无抵押贷款 低息贷款 信用卡套现 套现 刷单 刷单兼职 兼职日结 日结工资 日赚 躺赚 在家赚钱 网赚 加盟代理 招代理 诚招代理 一手货源 博彩 赌场 真人娱乐 真人视讯 百家乐 时时彩 六合彩 北京赛车 棋牌游戏下载 彩金 下注 菠菜平台 色情 成人视频 枪支 代孕 私家侦探 涨粉 刷粉 买粉 刷赞 代刷 挂机赚钱 股票推荐 荐股 牛股推荐 内幕消息 高额返利 虚拟币 炒币 减肥药 壮阳 增大增粗 丰胸 网站优化 seo_排名 seo排名
  casino online_casino viagra cialis porn xxx_videos payday_loan crypto_investment bitcoin_investment double_your_money make_money_fast work_from_home_and_earn earn_$ seo_services backlinks buy_followers cheap_followers rank_on_google guest_post escort hot_singles replica_watches`
/** What lures people elsewhere. */
const BAITS = `领红包 送红包 免费领取 内部优惠 福利群 资源群 当天放款 包赚 引流`
/** Calls to get in touch elsewhere. */
const CONTACTS = `加微信 加我微信 加v 加vx 加薇信 加威信 加v信 加徽信 薇信 微信号 加qq 加扣扣 加我qq 扣扣号 加群 进群 q群 扫码领取 扫码进群 联系电话 私聊我 私信我 点击链接 点我头像 复制链接 戳链接 whatsapp_me contact_me_on telegram_@ click_here click_this_link visit_my dm_me`
/** How customers speak, and those who send adverts do not: of what happened to them, and to us. */
const TALK = `你们 投诉 举报 骗 诈骗 假冒 冒充 盗用 怀疑 泄露 退款 退货 退钱 押金 手续费 订单 客服 售后 快递 师傅 收到 打不开 没给 没人 没效果 没到账 不给 要求 能不能 什么时候 怎么 是不是 别再 下架 申诉
  refund order ordered charged scam fake complain complaint bought moderate support stolen hacked answer broken`

const split = (words: string): string[] =>
  words
    .split(/\s+/)
    .filter((word) => word !== '')
    .map((word) => word.replaceAll('_', ' '))

type Sign = { word: string; kind: 'advert' | 'contact' | 'talk'; weight: number }
const signs = (words: string, kind: Sign['kind'], weight: number): [string, Sign][] =>
  split(words).map((word) => [word, { word, kind, weight }])

const SIGNS = phrasesOf<Sign>([
  ...signs(TALK, 'talk', 2),
  ...signs(OFFERS, 'advert', 2),
  ...signs(TRADES, 'advert', 1),
  ...signs(BAITS, 'advert', 1),
  ...signs(CONTACTS, 'contact', 1),
])

const LINK =
  /(?:https?:\/\/|www\.)[^\s一-鿿]{3,200}|\b[a-z0-9-]{2,40}\.(?:top|xyz|vip|club|icu|cc|bet|win|loan|click)\b/gi
/** Ends of names that cost next to nothing. */
const CHEAP_LINK = /\.(?:top|xyz|vip|club|icu|bet|win|loan|click)\b/i
/** Where to reach somebody: a telephone, or the name of an account. */
const REACH =
  /(?<!\d)1[3-9]\d{9}(?!\d)|(?:微信号?|薇信|vx|v信|qq|加群|telegram|whatsapp(?: me)?|加 ?v)[:： @+]{0,3}[a-z0-9_-]{5,30}/i
/** Links as forums write them: only programs that fill in every form they find send them here. */
const FORUM_LINK = /\[(?:url|link)=/i
const KEYBOARD = /qwert|asdf|zxcv|hjkl|yuiop|wasdwasd|qazwsx|1qaz2wsx/
const MOST_LINKS = 2
/** Fewer letters than this beside links say nothing. */
const FEWEST_WORDS = 4
const FEWEST = 12
/** Shorter ones are how people shout. */
const LONG_REPEAT = 40
/** From so much evidence on. Talk of a customer's counts against it, twice at most. */
const ENOUGH = 2
const MOST_TALK = 4

/** One stretch of 1–20 characters that makes up nearly the whole of a longer text. */
function isRepeated(text: string): boolean {
  const plain = text.replace(/\s+/g, '').slice(0, 600)
  if (plain.length < FEWEST) return false
  if (isOfTwo(plain)) return true
  for (let size = 2; size <= 20 && size * 4 <= plain.length; size++) if (repeatsAt(plain, size)) return true
  return false
}

function isOfTwo(text: string): boolean {
  const met: string[] = []
  for (const sign of text) {
    if (met.includes(sign)) continue
    if (met.length === 2) return false
    met.push(sign)
  }
  return true
}

/** Whether 95 of 100 units are what stands `size` units before them. */
function repeatsAt(text: string, size: number): boolean {
  const pairs = text.length - size
  let other = 0
  for (let i = size; i < text.length; i++)
    if (text.charCodeAt(i) !== text.charCodeAt(i - size) && pairs - ++other < pairs * 0.95) return false
  return true
}

const hasHan = (text: string): boolean => [...text].some((char) => isHan(char.codePointAt(0)!))

/** Letters struck at random: rows of keys, or long latin words without vowels. Numbers and codes are facts, not noise. */
function isGibberish(text: string): boolean {
  const words: string[] = text.match(/[a-z]+/g) ?? []
  const letters = words.join('').length
  if (letters < 8 || hasHan(text)) return false
  const odd = words.filter(
    (word) =>
      (word.length >= 4 && KEYBOARD.test(word) && word !== 'qwerty') ||
      (word.length >= 7 && ((word.match(/[aeiouy]/g)?.length ?? 0) / word.length < 0.15 || /[^aeiouy]{7}/.test(word))),
  )
  return odd.join('').length > letters * 0.5
}

/**
 * Looks for what marks advertising and noise in a customer's text. One sign alone is none: people do paste markup and
 * several links, write 加微信聊 to a shop, and complain of 刷单. It takes an offer with a way to take it up, or several, and
 * what customers say of themselves and of us speaks against it. When in doubt it is a voice.
 */
export function looksLikeSpam(text: string): SpamVerdict {
  const raw = normalise(text, { collapse: false, limit: LONGEST_READ }).text
  // 加 微 信 and 加.微.信 are 加微信.
  const plain = raw.replace(/(?<=[一-鿿])[\s.·*_|-]{1,3}(?=[一-鿿])/g, '')
  const hits = new Map(findPhrases(SIGNS, plain).map(({ value }) => [value.word, value]))
  const weigh = (kind: Sign['kind']) =>
    [...hits.values()].reduce((sum, sign) => sum + (sign.kind === kind ? sign.weight : 0), 0)
  const links = raw.match(LINK) ?? []
  const own = links.length === 0 ? raw : raw.replace(LINK, ' ')
  const repeated = isRepeated(raw)
  const offer = weigh('advert') + (links.some((link) => CHEAP_LINK.test(link)) ? 1 : 0)
  const ways = (weigh('contact') > 0 ? 1 : 0) + (REACH.test(plain) ? 1 : 0) + (links.length > 0 ? 1 : 0)
  const found: Record<SpamReason, boolean> = {
    advert: weigh('advert') > 0,
    contact: weigh('contact') > 0,
    links: links.length > 0,
    repeated,
    gibberish: isGibberish(own),
    'bot-code': FORUM_LINK.test(raw),
  }
  const spam =
    found['bot-code'] ||
    found.gibberish ||
    // A sentence said over and over is anger, or somebody who was told to write more.
    (repeated && raw.length >= LONG_REPEAT && !hasHan(raw) && /[a-z0-9]/.test(raw)) ||
    (links.length > MOST_LINKS && own.replace(/[^\p{L}]/gu, '').length < FEWEST_WORDS) ||
    (offer > 0 && offer + ways - Math.min(MOST_TALK, weigh('talk')) >= ENOUGH)
  return { spam, reasons: SPAM_REASONS.filter((reason) => found[reason]) }
}
