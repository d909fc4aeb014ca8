import type { CategoryKey, ProductKey } from './texts/text-group.ts'

/** A node of the demo workspace's category tree. A parent's key is the part before the dot. */
export type CategoryNote = {
  key: string
  parent: string | null
  name: string
  definition: string
  words: readonly string[]
}

const parent = (key: string, name: string, definition: string): CategoryNote => ({
  key,
  parent: null,
  name,
  definition,
  words: [],
})
const leaf = (key: CategoryKey, name: string, definition: string, words: readonly string[]): CategoryNote => ({
  key,
  parent: key.slice(0, key.indexOf('.')),
  name,
  definition,
  words,
})

/** Where voices are filed. `words` are what customers say when they mean it, as a start for rules. */
export const TAXONOMY: readonly CategoryNote[] = [
  parent('function', '功能与质量', '机器本身做得怎么样：效果、声音、耐用、好不好用。'),
  leaf('function.dock', '回充与地图', '扫地机器人找不到充电座、对不准、地图丢失或错乱。', [
    '回充',
    '充电座',
    '基座',
    '地图',
    '定位失败',
    '迷路',
  ]),
  leaf('function.performance', '使用效果', '洗得净不净、饭好不好吃、水和空气干不干净。', [
    '干净',
    '效果',
    '吸力',
    '味道',
    '好用',
  ]),
  leaf('function.noise', '噪音与震动', '声音大、异响、震动、走位。', ['吵', '噪音', '嗡嗡', '震动', '抖', '异响']),
  leaf('function.durability', '故障与耐用', '坏了、报错、漏水、失灵。不含食品与用电安全。', [
    '坏了',
    '报错',
    '漏水',
    '失灵',
    '闪退',
  ]),
  leaf('function.design', '外观与易用', '按键、屏幕、提手、线长、看不看得清。', [
    '按键',
    '屏幕',
    '字太小',
    '提手',
    '线短',
  ]),
  parent('safety', '安全', '可能伤到人的问题。一律加急，当天答复。'),
  leaf('safety.coating', '内胆涂层脱落', '电饭煲内胆起泡、掉皮、碎屑混入食物。', [
    '涂层',
    '掉皮',
    '脱皮',
    '起泡',
    '黑色碎屑',
  ]),
  leaf('safety.hazard', '用电与高温', '冒烟、火花、烫手、糊味、漏电。', ['火花', '糊味', '烫手', '漏电', '冒烟']),
  parent('service', '服务', '人和流程：态度、速度、解决能力、流程、安装。'),
  leaf('service.attitude', '服务态度', '说话、礼貌、是否用心。', ['态度', '耐心', '语气', '表扬']),
  leaf('service.speed', '响应速度', '等多久才有人接、有人回、有人来。', ['排队', '没人回', '没人联系', '等']),
  leaf('service.resolution', '解决能力', '问题有没有真正解决，是否反复。', ['没解决', '反复', '修了三次', '已解决']),
  leaf('service.process', '流程', '退换、发票、保修、以旧换新的手续。', ['退货', '发票', '保修', '以旧换新', '手续']),
  leaf('service.install', '安装', '上门安装的手艺、收费、收尾。', ['安装师傅', '打孔', '移机', '装']),
  parent('price', '价格', '花的钱值不值、变没变、以后还要花多少。'),
  leaf('price.value', '性价比', '觉得值或不值。', ['性价比', '值', '贵', '便宜']),
  leaf('price.protection', '价保与优惠', '降价、价保、券、积分、赠品。', ['价保', '降价', '优惠券', '积分']),
  leaf('price.consumables', '滤芯与耗材费用', '滤芯、滤网、拖布等以后的花费与更换提醒。', [
    '滤芯',
    '滤网',
    '耗材',
    '红灯',
  ]),
  parent('logistics', '物流', '从下单到进门。'),
  leaf('logistics.appointment', '上门预约', '约好的时间是否算数，改约是否告知。', [
    '约好',
    '没来',
    '预约',
    '改约',
    '窗口',
  ]),
  leaf('logistics.packaging', '包装与完好', '破损、漏发、旧货。', ['包装', '破', '少发', '压痕']),
  leaf('logistics.speed', '配送速度', '发货与在途时间。', ['发货', '物流', '到货', '待出库']),
  parent('app', 'App', '手机上的那一半。'),
  leaf('app.login', '登录与验证码', '验证码收不到、失效，无法登录。', ['验证码', '登录', '登不上']),
  leaf('app.stability', '稳定与性能', '闪退、离线、卡、耗电、配网失败。', ['闪退', '离线', '卡', '配网']),
  leaf('app.feature', 'App 功能', '有什么、缺什么。', ['家庭共享', '小组件', '长辈模式']),
  parent('brand', '品牌感受', '信任、失望、顺手一句。'),
  leaf('brand.feeling', '整体感受', '没有具体所指的好恶，或与产品无关的话。', ['还行', '一般', '支持']),
]

export type Product = {
  key: ProductKey
  name: string
  model: string
  /** In yuan; 0 for what is not sold by itself. */
  price: number
  /** Orders on an ordinary day; 0 for what is not sold by itself. */
  ordersPerDay: number
  /** Batches in use, the last one newest. */
  batches: readonly string[]
}

export const PRODUCTS: readonly Product[] = [
  {
    key: 'air-purifier',
    name: '空气净化器 A5',
    model: 'A5',
    price: 1899,
    ordersPerDay: 46,
    batches: ['A5-K1', 'A5-K2', 'A5-K4'],
  },
  {
    key: 'rice-cooker',
    name: '电饭煲 R3',
    model: 'R3',
    price: 499,
    ordersPerDay: 62,
    batches: ['R3-E11', 'R3-F08', 'R3-F09'],
  },
  {
    key: 'robot-vacuum',
    name: '扫地机器人 V7',
    model: 'V7',
    price: 3299,
    ordersPerDay: 38,
    batches: ['V7-B9', 'V7-C1', 'V7-C2'],
  },
  {
    key: 'washing-machine',
    name: '洗衣机 W10',
    model: 'W10',
    price: 2699,
    ordersPerDay: 33,
    batches: ['W10-M3', 'W10-M4'],
  },
  { key: 'water-purifier', name: '净水器 H6', model: 'H6', price: 1599, ordersPerDay: 30, batches: ['H6-P2', 'H6-P3'] },
  { key: 'app', name: '禾岫 App', model: 'App', price: 0, ordersPerDay: 0, batches: [] },
]

/** What a product is called: the loaded workspace knows no other word for it. */
export const productName = (key: string): string => PRODUCTS.find((product) => product.key === key)?.name ?? key
