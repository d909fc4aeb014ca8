/** What the brand changed, or means to, because of what was said; and the frozen plans by which it is judged. */
import { HOUR, type Instant } from '../shared/time/instant.ts'
import { SHIPPED_ON, type StoryCalendar } from './story-calendar.ts'
import type { DemoImprovement, Voice, Window } from './story-shape.ts'
import type { CategoryKey, DemoIntent } from './texts/text-group.ts'

type Times = {
  at: (day: number, hour: number) => Instant
  window: (from: number, to: number) => Window
}

function timesOf(calendar: StoryCalendar): Times {
  return {
    at: (day, hour) => (calendar.startOf(day) + hour * HOUR) as Instant,
    window: (from, to) => ({ from: calendar.startOf(from), to: calendar.startOf(to) }),
  }
}

type Wanted = {
  category: CategoryKey
  intents: readonly DemoIntent[]
  until?: Instant
  product?: string
  about?: RegExp
}

/** Voices that ask for the change and were heard before it went out. */
function voicesOn(voices: readonly Voice[], { category, intents, until, product, about }: Wanted): string[] {
  return voices
    .filter(({ meant, occurredAt, facts, text }) => {
      if (meant?.category !== category || !intents.includes(meant.intent)) return false
      if (product !== undefined && facts.product !== product) return false
      if (about && !about.test(text ?? '')) return false
      return until === undefined || occurredAt < until
    })
    .map(({ sourceId }) => sourceId)
}

function dockRepair(voices: readonly Voice[], { at, window }: Times): DemoImprovement {
  const shippedAt = at(SHIPPED_ON.dock, 10)
  return {
    key: 'firmware-2.4',
    title: '固件 2.4 修复回充',
    problem: '扫地机器人 V7 扫完找不到充电座，地图隔几天就丢，要人抱回去、从头再画。',
    cause: '对桩时激光与里程计的时间戳错开约 120 毫秒，定位向左偏；断电前地图只写了一半，重启后被当作损坏丢弃。',
    owner: 'shen',
    severity: 4,
    effortDays: 34,
    costYuan: 186_000,
    benefitYuan: 620_000,
    category: 'function.dock',
    solution:
      '固件 2.4：对桩改用同一个时钟，地图分两次写、坏了用上一份，可以备份。每千单的回充投诉要减少一半以上，少派约 40 次上门。',
    stage: 'verified',
    reopenedAt: null,
    proposedAt: at(22, 15),
    acceptedAt: at(35, 11),
    buildingAt: at(48, 9),
    shippedAt,
    decidedAt: at(170, 9),
    plan: {
      frozenAt: at(97, 16),
      metric: {
        kind: 'contacts-per-1000-orders',
        category: 'function.dock',
        intent: 'complaint',
        product: 'robot-vacuum',
      },
      better: 'lower',
      before: window(44, 104),
      after: window(108, 168),
      expected: 'worked',
    },
    voices: voicesOn(voices, { category: 'function.dock', intents: ['complaint', 'churn'], until: shippedAt }),
    notice:
      '你之前说扫地机器人扫完回不了充电座、地图会丢，我们做了固件 2.4：对桩定位修好了，地图断电也不会丢，还能备份。在 App 的设备页点「升级」，大约八分钟。升级后如果还有一次回不去，直接回这条消息。',
    heard: '扫地机器人 V7 回不了充电座，地图隔几天就丢。',
    did: '发布固件 2.4，修好对桩定位，地图断电不丢，可以备份。',
    cameOfIt: '升级前后各看 60 天，每千单的回充投诉明显下降，数字和区间都在这里。',
  }
}

function visitWindow(voices: readonly Voice[], { at, window }: Times): DemoImprovement {
  const shippedAt = at(SHIPPED_ON.appointment, 8)
  return {
    key: 'two-hour-window',
    title: '上门时间改为两小时窗口，提前一天短信确认',
    problem: '洗衣机送货约好的时间没有人来，改约也不通知，客户请假白等。',
    cause: '网点按“全天”派单，路线当天早上才排；系统里的改约不触发任何通知。',
    owner: 'tang',
    severity: 4,
    effortDays: 21,
    costYuan: 74_000,
    benefitYuan: 160_000,
    category: 'logistics.appointment',
    solution: '网点按两小时窗口派单，前一天发短信，链接里可以自己改。送货后的满意度要提高半分以上。',
    stage: 'verified',
    reopenedAt: null,
    proposedAt: at(18, 10),
    acceptedAt: at(30, 14),
    buildingAt: at(52, 9),
    shippedAt,
    decidedAt: at(156, 9),
    plan: {
      frozenAt: at(86, 11),
      metric: { kind: 'mean-score', survey: 'csat-delivery', score: 'csat', product: 'washing-machine' },
      better: 'higher',
      before: window(36, 92),
      after: window(98, 154),
      expected: 'worked',
    },
    voices: voicesOn(voices, { category: 'logistics.appointment', intents: ['complaint', 'churn'], until: shippedAt }),
    notice:
      '你之前说约好的时间没有人来、改了也没人说，我们做了两件事：上门改为两小时窗口；前一天发短信确认，点短信里的链接就能自己改时间。下次送货就是这样，如果没有做到，告诉我们。',
    heard: '约好送货的时间没有人来，改约没有通知。',
    did: '上门时间改为两小时窗口，提前一天短信确认，可以自己改。',
    cameOfIt: '前后各看 56 天，洗衣机送货后的满意度上升。乡镇网点还没有覆盖，正在做。',
  }
}

function smsProvider(voices: readonly Voice[], { at, window }: Times): DemoImprovement {
  const shippedAt = at(SHIPPED_ON['login-code'], 14)
  return {
    key: 'sms-provider',
    title: '更换短信服务商',
    problem: 'App 登录的验证码收不到或来得太晚，机器因此用不了。',
    cause: '起初判断是短信服务商的到达率低。检验没有通过后重新看：晚上八点后同一模板被运营商限流，与服务商无关。',
    owner: 'xu',
    severity: 3,
    effortDays: 9,
    costYuan: 52_000,
    benefitYuan: 90_000,
    category: 'app.login',
    solution: '换一家短信服务商，双通道发送。一分钟内收到验证码的比例要从六成提高到九成。',
    stage: 'not-verified',
    reopenedAt: at(174, 10),
    proposedAt: at(60, 10),
    acceptedAt: at(74, 10),
    buildingAt: at(90, 9),
    shippedAt,
    decidedAt: at(173, 9),
    plan: {
      frozenAt: at(107, 17),
      metric: {
        kind: 'share-choosing',
        survey: 'app-login-check',
        question: 'code-received',
        options: ['yes'],
        product: 'app',
      },
      better: 'higher',
      before: window(56, 112),
      after: window(115, 171),
      expected: 'no-evidence',
    },
    voices: voicesOn(voices, { category: 'app.login', intents: ['complaint', 'suggestion'], until: shippedAt }),
    notice:
      '你之前说 App 的验证码收不到，我们做了一件事：换了短信服务商。请再试一次；如果还是收不到，回一个“没有”，我们先给你开临时登录。',
    heard: 'App 登录收不到验证码。',
    did: '更换了短信服务商。',
    cameOfIt:
      '没有看到变好的证据：一分钟内收到验证码的比例和之前差不多。这件事已重新打开，正在查晚间限流，并准备加微信登录。',
  }
}

/** Out for two weeks, and nobody knows yet whether it helps: its window still runs. */
function straightToPeople(voices: readonly Voice[], { at, window }: Times): DemoImprovement {
  const shippedAt = at(SHIPPED_ON.hotline, 9)
  return {
    key: 'hotline-zero',
    title: '热线按 0 直接转人工，排队时报还要等几分钟',
    problem: '打热线要听完八个选项，转人工要说五遍；排队多久没有人说，客户挂了再打。',
    cause: '菜单按部门分，不按客户的事分；转人工藏在第三层，怕排队太长。',
    owner: 'tang',
    severity: 3,
    effortDays: 6,
    costYuan: 26_000,
    benefitYuan: 60_000,
    category: 'service.speed',
    solution: '任何时候按 0 转人工；排队时每半分钟报一次还要等几分钟，可以选择回电。联系客服的省力度要高半分。',
    stage: 'shipped',
    reopenedAt: null,
    proposedAt: at(118, 10),
    acceptedAt: at(126, 15),
    buildingAt: at(140, 9),
    shippedAt,
    decidedAt: null,
    plan: {
      frozenAt: at(164, 16),
      metric: { kind: 'mean-score', survey: 'ces-service', score: 'ces', product: null },
      better: 'higher',
      before: window(138, 166),
      after: window(167, 195),
      expected: 'open',
    },
    voices: voicesOn(voices, { category: 'service.speed', intents: ['complaint', 'churn'], until: shippedAt }),
    notice:
      '你之前说找人太慢，我们改了热线：任何时候按 0 就转人工，排队时会报还要等几分钟，不想等可以选回电。下次打来试试，如果还是慢，告诉我们。',
    heard: '打热线转不到人，不知道要等多久。',
    did: '任何时候按 0 转人工，排队时报还要等几分钟。',
    cameOfIt: null,
  }
}

function coatingRecall(voices: readonly Voice[], { at }: Times): DemoImprovement {
  return {
    key: 'inner-pot-coating',
    title: '电饭煲 R3 内胆涂层脱落：停售 F08 批次，主动换内胆',
    problem: '内胆涂层起泡、掉皮，碎屑进了饭里。最近一个月越来越多，多数是 R3-F08 批次。',
    cause: '还没有定论。疑似 F08 批次喷砂后清洗不净，附着力不足；样件已送检。',
    owner: 'shen',
    severity: 5,
    effortDays: 12,
    costYuan: 430_000,
    benefitYuan: 2_600_000,
    category: 'safety.coating',
    solution:
      'F08 批次停售，按订单找到买家，先打电话再寄新内胆；检测报告出来当天公开。要在投诉之前通知到同批次的每一户。',
    stage: 'proposed',
    reopenedAt: null,
    proposedAt: at(179, 17),
    acceptedAt: null,
    buildingAt: null,
    shippedAt: null,
    decidedAt: null,
    plan: null,
    voices: voicesOn(voices, { category: 'safety.coating', intents: ['complaint', 'question'] }),
    notice: null,
    heard: '电饭煲内胆涂层脱落，碎屑混进饭里。',
    did: null,
    cameOfIt: null,
  }
}

function filterReminder(voices: readonly Voice[], { at }: Times): DemoImprovement {
  return {
    key: 'filter-reminder',
    title: '滤芯提醒提前 15 天，写明哪一根、多少钱',
    problem: '红灯来得突然，亮了只能马上买；买机器时没有说清一年要花多少。',
    cause: '寿命按天数倒计时，与实际用水无关；提醒只有“立即更换”一档。',
    owner: 'xu',
    severity: 2,
    effortDays: 15,
    costYuan: 38_000,
    benefitYuan: 95_000,
    category: 'price.consumables',
    solution:
      '寿命按实际出水量算；还剩 15 天时提醒一次，写明哪一根、多少钱；购买页写清一年的耗材费用。耗材费用的投诉要减少三成。',
    stage: 'building',
    reopenedAt: null,
    proposedAt: at(84, 10),
    acceptedAt: at(120, 15),
    buildingAt: at(158, 9),
    shippedAt: null,
    decidedAt: null,
    plan: null,
    voices: voicesOn(voices, {
      category: 'price.consumables',
      intents: ['complaint', 'suggestion'],
      product: 'water-purifier',
    }),
    notice: null,
    heard: '滤芯红灯来得突然，一年要花多少没有说清。',
    did: null,
    cameOfIt: null,
  }
}

function quietNight(voices: readonly Voice[], { at }: Times): DemoImprovement {
  return {
    key: 'quiet-night',
    title: '空气净化器睡眠档再降一档，夜里限制最高档',
    problem: '睡眠档仍有低频嗡声，自动模式半夜会突然升到最大档。',
    cause: '睡眠档转速下限为 420 转；自动模式没有时段限制。',
    owner: 'shen',
    severity: 2,
    effortDays: 10,
    costYuan: 21_000,
    benefitYuan: 30_000,
    category: 'function.noise',
    solution: '睡眠档下限改为 360 转；22 点到 7 点自动模式最高到三档。夜间噪音的投诉要减少一半。',
    stage: 'accepted',
    reopenedAt: null,
    proposedAt: at(132, 10),
    acceptedAt: at(166, 11),
    buildingAt: null,
    shippedAt: null,
    decidedAt: null,
    plan: null,
    voices: [
      ...voicesOn(voices, { category: 'function.noise', intents: ['complaint'], product: 'air-purifier' }),
      ...voicesOn(voices, {
        category: 'function.design',
        intents: ['suggestion'],
        product: 'air-purifier',
        about: /睡眠档|自动模式/,
      }),
    ],
    notice: null,
    heard: '净化器夜里还是吵，半夜突然升档。',
    did: null,
    cameOfIt: null,
  }
}

/** Most advanced first. */
export function buildImprovements(voices: readonly Voice[], calendar: StoryCalendar): DemoImprovement[] {
  const times = timesOf(calendar)
  return [dockRepair, visitWindow, smsProvider, straightToPeople, filterReminder, quietNight, coatingRecall].map(
    (tell) => tell(voices, times),
  )
}
