import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { sentimentModel as model } from '../../../tests/models.ts'
import { analyse } from '../analysis/analyse.ts'
import { STARTER_TREE } from '../aspects/starter-tree.ts'
import { DRILL_DOWN } from './drill-down.ts'

const worthOf = (text: string) => analyse({ text }, { taxonomy: STARTER_TREE, model }).value

const VAGUE: readonly (readonly [text: string, category: string])[] = [
  ['服务不好', 'service'],
  ['质量太差了', 'quality'],
  ['客服态度差', 'attitude'],
  ['物流太慢', 'logistics'],
  ['味道一般', 'food'],
  ['价格贵', 'price'],
  ['软件很烂', 'app'],
  ['東西很爛', 'functional'],
  ['服務很差', 'service'],
  ['非常失望', 'emotional'],
  ['很好', 'overall'],
  ['环境还行', 'environment'],
  ['Terrible service', 'service'],
  ['The food was awful', 'food'],
  ['Very bad app', 'app'],
]

const CONCRETE = [
  '洗衣机脱水的时候咚咚响',
  '等了四十分钟没人上菜',
  '前台小张把我的房卡弄丢了',
  '退款申请交了两周还没到账',
  '螢幕左下角有一條亮線',
  '米饭是夹生的，鱼不新鲜',
  '升级到3.2以后扫码打不开相机',
  'The zipper broke the second time I used it',
  'My order arrived without the charger',
  '师傅上门把地板划了一道',
]

describe('feedback value', () => {
  for (const [text, category] of VAGUE)
    it(`“${text}” is vague and is asked about ${category}`, () => {
      const { specific, ask } = worthOf(text)
      assert.equal(specific.because, 'only-judges')
      assert.deepEqual(ask, DRILL_DOWN[category])
    })

  for (const text of CONCRETE)
    it(`“${text}” is concrete`, () => {
      const { specific, ask } = worthOf(text)
      assert.equal(specific.holds, true)
      assert.equal(ask, null)
    })

  const authentic = [
    ['味道不错，第二次来了', true, 'own-words'],
    ['此用户没有填写评价', false, 'default-text'],
    ['系统默认好评', false, 'default-text'],
    ['为了返现写的好评', false, 'rewarded'],
    ['凑够十五个字拿京豆凑字数凑字数', false, 'rewarded'],
    ['好好好好好好好好好好好', false, 'padding'],
    ['代开发票，联系电话13800138000加微信', false, 'advert'],
  ] as const
  for (const [text, holds, because] of authentic)
    it(`“${text}” is ${because}`, () => assert.deepEqual(worthOf(text).authentic, { holds, because }))

  const relevant = [
    ['你好', false],
    ['嗯嗯', false],
    ['', false],
    ['空调不制冷', true],
    ['请问几点关门', true],
    ['太失望了', true],
  ] as const
  for (const [text, holds] of relevant)
    it(`“${text}” is ${holds ? '' : 'not '}relevant`, () => assert.equal(worthOf(text).relevant.holds, holds))

  const timely = [
    ['昨天收到的包裹破了', true],
    ['去年买的空调坏了', false],
    ['三年前就是这样', false],
    ['包裹破了', null],
    ['I ordered it last year', false],
    ['It broke this morning', true],
  ] as const
  for (const [text, holds] of timely) it(`“${text}” is timely: ${holds}`, () => assert.equal(worthOf(text).timely.holds, holds))

  it('has a question in three languages for every top category', () => {
    for (const { key, parent } of STARTER_TREE) if (parent === null) assert.ok(Object.values(DRILL_DOWN[key] ?? {}).length === 3, key)
  })
})
