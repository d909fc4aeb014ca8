/** Who acts in the demo: the brand, its people, and the customers, all invented. */
import { type Chance, chanceFrom } from './chance.ts'
import type { DemoLanguage } from './texts/text-group.ts'

/** 禾岫 (Héxiù), an invented brand: 禾 grain, 岫 a mountain's hollow that clouds come out of. */
export const BRAND = {
  name: '禾岫家电',
  latinName: 'Hexiu',
  slug: 'hexiu',
  timeZone: 'Asia/Shanghai',
  colour: '#2F6F5E',
} as const

export type TeamKey = 'hotline' | 'social' | 'product' | 'field'
export type StaffKey = 'he' | 'luo' | 'ma' | 'lin' | 'qian' | 'tang' | 'zhou' | 'shen' | 'xu' | 'gu' | 'fang'
export type StaffRole = 'owner' | 'admin' | 'manager' | 'agent' | 'analyst' | 'viewer'

export const TEAMS: readonly { key: TeamKey; name: string; does: string }[] = [
  { key: 'hotline', name: '热线与在线客服', does: '400 热线、在线聊天、短信' },
  { key: 'social', name: '社媒与海外', does: '微博、应用商店、港台与英文来信' },
  { key: 'field', name: '物流与安装协同', does: '配送、安装网点、门店' },
  { key: 'product', name: '产品与体验', does: '改进项、验证、口径' },
]

export type StaffMember = {
  key: StaffKey
  name: string
  email: string
  role: StaffRole
  team: TeamKey
  title: string
  languages: readonly DemoLanguage[]
}

export const STAFF: readonly StaffMember[] = [
  {
    key: 'he',
    name: '何静雯',
    email: 'he.jingwen@example.com',
    role: 'agent',
    team: 'hotline',
    title: '热线客服',
    languages: ['zh-CN', 'en'],
  },
  {
    key: 'luo',
    name: '罗子昂',
    email: 'luo.ziang@example.com',
    role: 'agent',
    team: 'hotline',
    title: '在线客服',
    languages: ['zh-CN'],
  },
  {
    key: 'ma',
    name: '马晓冬',
    email: 'ma.xiaodong@example.com',
    role: 'agent',
    team: 'social',
    title: '社媒客服',
    languages: ['zh-CN'],
  },
  {
    key: 'lin',
    name: '林佩珊',
    email: 'lin.peishan@example.com',
    role: 'agent',
    team: 'social',
    title: '港台与海外客服',
    languages: ['zh-TW', 'zh-HK', 'en'],
  },
  {
    key: 'qian',
    name: '钱小满',
    email: 'qian.xiaoman@example.com',
    role: 'agent',
    team: 'field',
    title: '门店店员',
    languages: ['zh-CN'],
  },
  {
    key: 'tang',
    name: '唐砚',
    email: 'tang.yan@example.com',
    role: 'agent',
    team: 'field',
    title: '配送与安装协调',
    languages: ['zh-CN'],
  },
  {
    key: 'zhou',
    name: '周明蔚',
    email: 'zhou.mingwei@example.com',
    role: 'manager',
    team: 'hotline',
    title: '客户体验经理',
    languages: ['zh-CN'],
  },
  {
    key: 'shen',
    name: '沈嘉树',
    email: 'shen.jiashu@example.com',
    role: 'manager',
    team: 'product',
    title: '产品负责人',
    languages: ['zh-CN', 'en'],
  },
  {
    key: 'xu',
    name: '许知遥',
    email: 'xu.zhiyao@example.com',
    role: 'manager',
    team: 'product',
    title: 'App 产品负责人',
    languages: ['zh-CN'],
  },
  {
    key: 'gu',
    name: '顾念',
    email: 'gu.nian@example.com',
    role: 'analyst',
    team: 'product',
    title: '体验分析师',
    languages: ['zh-CN'],
  },
  {
    key: 'fang',
    name: '方圆',
    email: 'fang.yuan@example.com',
    role: 'admin',
    team: 'product',
    title: '系统管理员',
    languages: ['zh-CN'],
  },
]

export const BRANCHES: readonly { key: string; name: string; city: string }[] = [
  { key: 'sh-changning', name: '上海长宁店', city: '上海' },
  { key: 'bj-chaoyang', name: '北京朝阳店', city: '北京' },
  { key: 'gz-tianhe', name: '广州天河店', city: '广州' },
  { key: 'cd-jinjiang', name: '成都锦江店', city: '成都' },
  { key: 'sy-shenhe', name: '沈阳沈河店', city: '沈阳' },
  { key: 'hz-xihu', name: '杭州西湖店', city: '杭州' },
  { key: 'wh-hongshan', name: '武汉洪山店', city: '武汉' },
  { key: 'xa-yanta', name: '西安雁塔店', city: '西安' },
]

export type Tier = '普通' | '银卡' | '金卡' | 'VIP'
export type DemoCustomer = {
  ref: string
  name: string
  language: DemoLanguage
  city: string
  tier: Tier
  /** +86 125…: no operator has this range, so nobody can be called by mistake. Null for customers abroad. */
  phone: string | null
  /** Only at example.com, .net and .org, which RFC 2606 keeps free of people. */
  email: string | null
  wechat: string | null
  branch: string | null
}

/** Those who sign what they write; a text that holds the name is theirs. */
const SIGNED: readonly { name: string; latin: string; language: DemoLanguage; city: string; tier: Tier }[] = [
  { name: '覃海', latin: 'qin.hai', language: 'zh-CN', city: '南宁', tier: '银卡' },
  { name: '宋宜', latin: 'song.yi', language: 'zh-CN', city: '杭州', tier: '金卡' },
  { name: '卢敏', latin: 'lu.min', language: 'zh-CN', city: '武汉', tier: '普通' },
  { name: '钟启明', latin: 'zhong.qiming', language: 'zh-CN', city: '广州', tier: '银卡' },
  { name: '邵文斌', latin: 'shao.wenbin', language: 'zh-CN', city: '北京', tier: '金卡' },
  { name: '崔玉兰', latin: 'cui.yulan', language: 'zh-CN', city: '沈阳', tier: 'VIP' },
  { name: '郝志远', latin: 'hao.zhiyuan', language: 'zh-CN', city: '西安', tier: '普通' },
  { name: '汤雨薇', latin: 'tang.yuwei', language: 'zh-CN', city: '上海', tier: '银卡' },
  { name: '丁姗', latin: 'ding.shan', language: 'zh-CN', city: '上海', tier: 'VIP' },
  { name: '簡于庭', latin: 'chien.yuting', language: 'zh-TW', city: '台中', tier: '普通' },
  { name: 'Daniel Whitcombe', latin: 'daniel.whitcombe', language: 'en', city: '上海', tier: '普通' },
  { name: 'Priya Raman', latin: 'priya.raman', language: 'en', city: '北京', tier: '银卡' },
]

/** The first so many customers speak only where they sign. */
export const SIGNERS = SIGNED.length

const SURNAMES =
  '王wang 李li 张zhang 刘liu 陈chen 杨yang 赵zhao 黄huang 周zhou 吴wu 徐xu 孙sun 胡hu 朱zhu 高gao 林lin 郭guo 梁liang 宋song 郑zheng 谢xie 韩han 唐tang 冯feng 于yu 董dong 萧xiao 程cheng 曹cao 袁yuan 邓deng 许xu 傅fu 沈shen 曾zeng 彭peng 吕lv 苏su 卢lu 蒋jiang 蔡cai 贾jia 魏wei 薛xue 叶ye 阎yan 余yu 潘pan 杜du 戴dai 夏xia 欧阳ouyang'.split(
    ' ',
  )
const GIVEN =
  '建国jianguo 秀英xiuying 桂兰guilan 志强zhiqiang 丽娟lijuan 国栋guodong 雨桐yutong 子涵zihan 浩然haoran 思琪siqi 晓燕xiaoyan 俊杰junjie 雅婷yating 文博wenbo 佳怡jiayi 明辉minghui 淑芬shufen 海涛haitao 春梅chunmei 一鸣yiming 若曦ruoxi 天宇tianyu 凤霞fengxia 永福yongfu 小雨xiaoyu 梓萱zixuan 立新lixin 红梅hongmei 嘉豪jiahao 静怡jingyi 学军xuejun 玉珍yuzhen 泽宇zeyu 婉清wanqing 德明deming 爱华aihua 可心kexin 书瑶shuyao 大勇dayong 晨曦chenxi 宝珍baozhen 鹏飞pengfei 慧敏huimin 振东zhendong 彩云caiyun 逸凡yifan 素芳sufang 诗涵shihan 少华shaohua 念慈nianci'.split(
    ' ',
  )
const TW_NAMES =
  '陳怡君chen.yijun 林志豪lin.zhihao 張雅雯chang.yawen 黃柏翰huang.bohan 吳佩蓉wu.peijung 許家瑜hsu.chiayu 蔡承恩tsai.chengen 鄭淑惠cheng.shuhui 劉冠廷liu.kuanting 楊詠晴yang.yungching 賴思妤lai.szuyu 曾俊霖tseng.chunlin 周宜蓁chou.yichen 何嘉欣ho.kayan 梁詠詩leung.wingsze 麥家樂mak.kalok'.split(
    ' ',
  )
const EN_NAMES = [
  'Emma Fletcher',
  'Liam Okafor',
  'Sofia Marino',
  'Noah Lindqvist',
  'Grace Thompson',
  'Arjun Mehta',
  'Chloe Dubois',
  'Ethan Brooks',
  'Hannah Weiss',
  'Oliver Nash',
  'Maya Castillo',
  'Tom Ashworth',
]
const CITIES = [
  '上海',
  '北京',
  '广州',
  '成都',
  '沈阳',
  '杭州',
  '武汉',
  '西安',
  '深圳',
  '重庆',
  '南京',
  '苏州',
  '长沙',
  '郑州',
  '哈尔滨',
  '青岛',
  '昆明',
  '南宁',
  '合肥',
  '佛山',
]
const CITY_WEIGHTS = [12, 11, 9, 9, 7, 8, 7, 6, 6, 6, 5, 5, 4, 4, 4, 4, 3, 3, 3, 3]
const TIERS: readonly Tier[] = ['普通', '银卡', '金卡', 'VIP']
const MAIL_HOSTS = ['example.com', 'example.net', 'example.org']

/** '王wang' → the characters and the letters. */
function parted(entry: string): { characters: string; latin: string } {
  const at = entry.search(/[a-z]/)
  return { characters: entry.slice(0, at), latin: entry.slice(at) }
}

type Named = { name: string; latin: string; language: DemoLanguage; city: string }

function namedAbroad(index: number, chance: Chance): Named | null {
  if (index < SIGNED.length + TW_NAMES.length) {
    const { characters, latin } = parted(TW_NAMES[index - SIGNED.length] ?? '')
    const hongKong = /^(何嘉欣|梁詠詩|麥家樂)$/.test(characters)
    return {
      name: characters,
      latin,
      language: hongKong ? 'zh-HK' : 'zh-TW',
      city: hongKong ? '香港' : chance.pick(['台北', '台中', '高雄']),
    }
  }
  const english = EN_NAMES[index - SIGNED.length - TW_NAMES.length]
  if (english === undefined) return null
  return {
    name: english,
    latin: english.toLowerCase().replace(' ', '.'),
    language: 'en',
    city: chance.pick(['上海', '北京', '深圳', 'Singapore']),
  }
}

function namedAtHome(chance: Chance): Named {
  const surname = parted(chance.pick(SURNAMES))
  const given = parted(chance.pick(GIVEN))
  const city = CITIES[chance.weighted(CITY_WEIGHTS)] ?? '上海'
  return {
    name: surname.characters + given.characters,
    latin: `${surname.latin}.${given.latin}`,
    language: 'zh-CN',
    city,
  }
}

/**
 * The customers, the same for the same seed. The first are those who sign their letters, then those in Taiwan and
 * Hong Kong, then those who write in English.
 *
 * @param count integer ≥ 60
 */
export function buildCustomers(seed: number, count = 900): DemoCustomer[] {
  const chance = chanceFrom(seed)
  return Array.from({ length: count }, (_, index) => {
    const signed = SIGNED[index]
    const named = signed ?? namedAbroad(index, chance) ?? namedAtHome(chance)
    const abroad = named.language === 'zh-TW' || named.language === 'zh-HK'
    const tier = signed?.tier ?? TIERS[chance.weighted([62, 22, 12, 4])] ?? '普通'
    const number = String(index + 1).padStart(4, '0')
    const writesMail = signed !== undefined || named.language !== 'zh-CN' || chance.happens(0.55)
    return {
      ref: `hexiu-c${number}`,
      name: named.name,
      language: named.language,
      city: named.city,
      tier,
      phone: abroad ? null : `+861250000${number}`,
      email: writesMail ? `${named.latin}${index + 1}@${chance.pick(MAIL_HOSTS)}` : null,
      wechat: !abroad && chance.happens(0.6) ? `oHx-demo-${number}` : null,
      branch: BRANCHES.find((branch) => branch.city === named.city)?.key ?? null,
    }
  })
}
