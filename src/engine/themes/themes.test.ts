import assert from 'node:assert/strict'
import { before, describe, it } from 'node:test'
import { loadSegmenter, type Segmenter } from '../keywords/segmenter.ts'
import { chance, shuffle } from '../statistics/chance.ts'
import { agreement } from './agreement.ts'
import { burstsOf, chanceOf, emergingThemes, usualRange } from './emerging.ts'
import { packThemes, unpackThemes } from './packing.ts'
import { fitThemes, themeReader, themesOf } from './themes.ts'

/** Sentences are put together from parts, so that many texts speak of one thing and none is a copy. */
const PARTS: Readonly<Record<string, readonly [string[], string[], string[]]>> = {
  delivery: [
    ['快递', '物流', '包裹', '配送', '快递员'],
    ['等了好几天', '一直不更新', '送错地址', '放在驿站', '半路丢件'],
    ['签收的时候外箱破了', '打电话不接', '派送太慢', '催了两次才发货', '物流信息停在中转站'],
  ],
  food: [
    ['外卖', '米饭', '炒菜', '牛肉面', '这家餐厅'],
    ['味道偏咸', '送来已经凉了', '分量很足', '汤洒了一袋', '口味清淡'],
    ['菜很新鲜', '肉有点老', '下次少放辣椒', '餐具没给', '米饭太硬'],
  ],
  phone: [
    ['手机', '这款手机', '新机', '屏幕', '系统'],
    ['电池掉电快', '充电发烫', '拍照清楚', '打游戏卡顿', '信号不好'],
    ['升级系统以后死机', '耳机没声音', '指纹解锁失灵', '屏幕有亮点', '内存不够用'],
  ],
  hotel: [
    ['酒店', '房间', '前台', '宾馆', '客房'],
    ['隔音很差', '早餐品种少', '离地铁站近', '空调不制冷', '床单有污渍'],
    ['退房排队很久', '服务员热情', '卫生间有异味', '窗户对着马路', '入住办理慢'],
  ],
}
const SMALL_TALK = ['很好', '不错', '还可以吧', '一般', '挺满意的']

function voices(kinds: readonly string[], each: number, seed: number): { text: string; kind: number }[] {
  const next = chance(seed)
  const pick = (of: readonly string[]) => of[Math.floor(next() * of.length)]!
  const all = kinds.flatMap((kind, number) =>
    Array.from({ length: each }, () => {
      const text = PARTS[kind]!.map(pick).join(next() < 0.5 ? '，' : '。')
      return { text: next() < 0.5 ? `${text}，${pick(SMALL_TALK)}` : text, kind: number }
    }),
  )
  shuffle(all, next)
  return all
}

describe('themes', () => {
  let segment: Segmenter
  before(async () => {
    segment = await loadSegmenter()
  })
  const given = voices(['delivery', 'food', 'phone', 'hotel'], 150, 7)
  const texts = given.map(({ text }) => text)
  const kinds = given.map(({ kind }) => kind)
  const nearest = (filed: readonly { nearest: number }[]) => filed.map((one) => one.nearest)

  it('finds what texts speak of, names it by its words and sentences, the same for any seed and order', () => {
    const { model, filed } = fitThemes(texts, { segment, count: 4 })
    assert.ok(agreement(kinds, nearest(filed)) > 0.95, `agreement ${agreement(kinds, nearest(filed))}`)
    const hotel = themesOf(model).find(({ id }) => id === filed[texts.findIndex((text) => text.includes('酒店'))]!.nearest)!
    const words = hotel.words.map(({ word }) => word)
    assert.ok(words.includes('酒店') || words.includes('房间'), words.join(' '))
    assert.ok(!words.includes('不错') && !words.includes('很好'), words.join(' '))
    for (const { text, sentence } of hotel.examples) assert.ok(texts[text]!.includes(sentence) && kinds[text] === 3)
    assert.deepEqual(fitThemes(texts, { segment, count: 4 }), { model, filed })
    const reseeded = fitThemes(texts, { segment, count: 4, seed: 99 })
    assert.ok(agreement(nearest(filed), nearest(reseeded.filed)) > 0.95)
    const turned = fitThemes([...texts].reverse(), { segment, count: 4 })
    assert.ok(agreement(nearest(filed), nearest(turned.filed).reverse()) > 0.95)
  })

  it('keeps the identity of what was known, gives a new one to what is new, and files new texts without a new search', () => {
    const before = fitThemes(texts, { segment, count: 4 }).model
    const read = themeReader(before, segment)
    const news = voices(['delivery', 'food', 'phone', 'hotel'], 40, 8)
    assert.ok(
      agreement(
        news.map(({ kind }) => kind),
        news.map(({ text }) => read(text).nearest),
      ) > 0.95,
    )
    const books = Array.from(
      { length: 150 },
      (_, i) => `这本书的作者文笔${i % 2 ? '流畅' : '细腻'}，故事情节${i % 3 ? '感人' : '拖沓'}，纸张印刷${i % 5 ? '清晰' : '模糊'}`,
    )
    const later = fitThemes([...news.map(({ text }) => text), ...books], { segment, count: 5, earlier: before })
    for (const [i, { text }] of news.entries()) {
      const { theme } = read(text)
      if (theme !== null && later.filed[i]!.theme !== null) assert.equal(later.filed[i]!.theme, theme, text)
    }
    const ofBooks = new Set(nearest(later.filed.slice(news.length)))
    assert.deepEqual([...ofBooks], [before.nextId])
    assert.equal(later.model.nextId, before.nextId + 1)
  })

  it('lets all themes go on from night to night, and looks anew among twice as many texts', () => {
    let earlier = fitThemes(texts, { segment }).model
    const ids = themesOf(earlier).map(({ id }) => id)
    for (let night = 1; night <= 3; night++) {
      const { model } = fitThemes(texts.slice(night * 10), { segment, earlier })
      assert.deepEqual(
        themesOf(model).map(({ id }) => id),
        ids,
      )
      assert.equal(model.parts[0]?.foundIn, texts.length)
      earlier = model
    }
    const many = [...texts, ...voices(['delivery', 'food', 'phone', 'hotel'], 150, 3).map(({ text }) => text)]
    assert.equal(fitThemes(many, { segment, earlier }).model.parts[0]?.foundIn, many.length)
  })

  it('leaves out what nobody else speaks of, and names a theme for it when asked', () => {
    const odd = ['很好', '', '今年的樱花开得真早呀', '。。。', '嗯']
    const { filed, model } = fitThemes([...texts, ...odd], { segment, count: 4 })
    for (const one of filed.slice(texts.length)) {
      assert.equal(one.theme, null)
      assert.ok(themesOf(model).some(({ id }) => id === one.nearest))
    }
    const left = filed.slice(0, texts.length).filter(({ theme }) => theme === null).length
    assert.ok(left < texts.length / 20, `${left} left out`)
  })

  /** The same four matters in English. */
  function inEnglish(seed: number): string[] {
    const next = chance(seed)
    const pick = (...of: string[]) => of[Math.floor(next() * of.length)]!
    const said = [
      () =>
        `The courier left my parcel ${pick('outside', 'with a neighbour')}, delivery took days and tracking ${pick('never updated', 'was wrong')}`,
      () => `The ${pick('pizza', 'pasta')} was ${pick('cold', 'too salty')} and the waiter forgot our ${pick('drinks', 'dessert')}`,
      () => `My phone battery ${pick('drains fast', 'gets hot while charging')} and the screen ${pick('flickers', 'froze')}`,
      () => `Our hotel room had ${pick('noisy air conditioning', 'a dirty bathroom')}, breakfast at the hotel was ${pick('poor', 'late')}`,
    ]
    return kinds.map((kind) => said[kind]!())
  }
  const purelyFiled = (filed: readonly { nearest: number }[]) => {
    for (const id of new Set(nearest(filed))) {
      const own = kinds.filter((_, i) => filed[i]!.nearest === id)
      assert.ok(own.filter((kind) => kind === own[0]).length > own.length * 0.9, `theme ${id} mixes`)
    }
  }

  it('finds a sensible number by itself, in English as well', () => {
    const { model, filed } = fitThemes(inEnglish(5), { segment })
    const found = themesOf(model)
    assert.ok(found.length >= 4 && found.length <= 20, `${found.length} themes`)
    purelyFiled(filed)
    assert.ok(!found.flatMap(({ words }) => words).some(({ word }) => ['the', 'and', 'was'].includes(word)))
  })

  it('finds the themes of each language by itself, both scripts of Chinese together; few texts of one belong to none', () => {
    const english = inEnglish(6).slice(0, 240)
    const old = texts.slice(0, 60).map((text) => text.replaceAll('快递', '快遞').replaceAll('酒店', '飯店的').replaceAll('这', '這'))
    const french = Array.from({ length: 30 }, (_, i) => `Le colis est arrivé en retard et la boîte était cassée ${i}`)
    const { model, filed } = fitThemes([...texts, ...old, ...english, ...french], { segment })
    assert.deepEqual(
      model.parts.map(({ language }) => language),
      ['zh', 'en'],
    )
    const idsOf = (language: string) => model.parts.find((part) => part.language === language)!.themes.map(({ id }) => id)
    assert.ok(idsOf('en').length >= 4 && idsOf('en').length <= 10, `${idsOf('en').length} of English`)
    const own = filed.slice(texts.length + old.length)
    purelyFiled([...filed.slice(0, texts.length)])
    const kindsOfEnglish = kinds.slice(0, english.length)
    assert.ok(agreement(kindsOfEnglish, nearest(own.slice(0, english.length))) > 0.9)
    for (const { nearest: id } of own.slice(0, english.length)) assert.ok(idsOf('en').includes(id))
    for (const { nearest: id } of filed.slice(0, texts.length + old.length)) assert.ok(idsOf('zh').includes(id))
    const read = themeReader(model, segment)
    const odd = 'Посылка пришла поздно и коробка была сломана'
    assert.deepEqual([read(odd).theme, read(english[0]!).nearest], [null, own[0]!.nearest])
    // Misread, or of a language written alike: with English.
    assert.ok(own.slice(english.length).every(({ nearest: id }) => idsOf('en').includes(id)))
    const { filed: four, model: asked } = fitThemes([...texts, ...english], { segment, count: 6 })
    assert.deepEqual([themesOf(asked).length, new Set(nearest(four)).size], [6, 6])
  })

  it('goes on from themes that were found before languages were told apart', () => {
    const english = inEnglish(6).slice(0, 240)
    const { model } = fitThemes(texts, { segment })
    const { parts, nextId } = model
    const mixed = { parts: [{ ...parts[0]!, language: 'und' }], nextId }
    const { head, body } = packThemes(mixed)
    if (!('parts' in head)) throw new Error('packed as it was before')
    const kept = { ...head.parts[0]!, nextId: head.nextId } as Record<string, unknown>
    delete kept.language
    const earlier = unpackThemes({ head: JSON.parse(JSON.stringify(kept)), body })
    assert.deepEqual(earlier, unpackThemes({ head, body }))
    const later = fitThemes([...english, ...texts], { segment, earlier }).model
    assert.deepEqual(
      later.parts[0]!.themes.map(({ id }) => id),
      parts[0]!.themes.map(({ id }) => id),
    )
    assert.ok(later.parts[1]!.themes.every(({ id }) => id >= nextId))
    const night = fitThemes([...english, ...texts], { segment, earlier: unpackThemes(packThemes(later)) }).model
    assert.deepEqual(
      themesOf(night).map(({ id }) => id),
      themesOf(later).map(({ id }) => id),
    )
  })

  it('is kept as a head and bytes that read every text the same, wherever the bytes lie, and says how far it is', () => {
    const heard: number[] = []
    const { model } = fitThemes(texts, { segment, progress: (done) => heard.push(done) })
    assert.ok(heard.length > 5 && heard.every((done, i) => done >= (heard[i - 1] ?? 0) && done <= 1), heard.join(' '))
    const { head, body } = packThemes(model)
    for (const at of [0, 1, 4]) {
      const moved = new Uint8Array(body.length + at)
      moved.set(body, at)
      const back = unpackThemes({ head: JSON.parse(JSON.stringify(head)), body: moved.subarray(at) })
      const [read, readBack] = [themeReader(model, segment), themeReader(back, segment)]
      for (const { text } of voices(['delivery', 'food', 'phone', 'hotel'], 20, at)) assert.deepEqual(readBack(text), read(text))
      assert.deepEqual(packThemes(back), { head, body })
    }
    assert.ok(!JSON.stringify(head).includes(themesOf(model)[0]!.examples[0]!.sentence))
    assert.throws(() => unpackThemes({ head, body: body.subarray(4) }), RangeError)
    const none = fitThemes([], { segment }).model
    assert.deepEqual(unpackThemes(packThemes(none)), none)
  })

  it('answers whatever it is given, in bounded time', () => {
    const hostile = [
      '',
      ' ',
      '啊'.repeat(1_000_000),
      'a'.repeat(1_000_000),
      '\ud800\udc00\ud800',
      '\u0000\u0007',
      '😀😀',
      '((((a+)+)+)+)$',
      'х'.repeat(50),
    ]
    for (const count of [1, 3, 50]) {
      const { filed, model } = fitThemes(hostile, { segment, count })
      assert.equal(filed.length, hostile.length)
      const read = themeReader(model, segment)
      for (const text of hostile) assert.ok(read(text).confidence >= 0)
    }
    for (const some of [[], ['好'], ['好', '好'], Array.from({ length: 300 }, () => '一样的话')])
      for (const options of [{}, { count: 5 }]) assert.equal(fitThemes(some, { segment, ...options }).filed.length, some.length)
  })
})

describe('emerging themes', () => {
  it('gives what rises beyond chance, counting how many themes were looked at and how restless each is', () => {
    const totals = [100, 100, 100, 100, 100]
    const found = emergingThemes(
      [
        { theme: 1, counts: [4, 3, 5, 4, 20] },
        { theme: 2, counts: [20, 22, 19, 21, 24] },
        { theme: 3, counts: [2, 40, 1, 35, 30] },
        { theme: 4, counts: [0, 0, 0, 0, 6] },
        { theme: 5, counts: [0, 0, 0, 0, 3] },
      ],
      totals,
    )
    assert.deepEqual(found.map(({ theme }) => theme).sort(), [1, 4])
    assert.deepEqual(emergingThemes([{ theme: 1, counts: [9] }], [10]), [])
    assert.throws(() => emergingThemes([{ theme: 1, counts: [9] }], [10, 10]), RangeError)
  })

  it('chance of a count: Poisson, and wider the more it scatters', () => {
    assert.ok(Math.abs(chanceOf(12, 4, 1) - 0.000915) < 1e-6)
    // Negative binomial of mean 4 and variance 8 (r 4, p ½): P(X ≥ 12) = 0.017578125.
    assert.ok(Math.abs(chanceOf(12, 4, 2) - 0.017578125) < 1e-9)
  })

  it('range of a count: as few as can be outside', () => {
    for (const [mean, spread] of [
      [0.3, 1],
      [4, 1],
      [4, 2],
      [100, 3],
      [2_000, 9],
    ] as const) {
      const { low, high } = usualRange(mean, spread)
      const from = (count: number) => (count <= 0 ? 1 : chanceOf(count, mean, spread))
      assert.ok(1 - from(low) < 0.025 && from(high + 1) <= 0.025, `${mean} ${spread}: ${low}–${high}`)
      assert.ok(1 - from(low + 1) >= 0.025 && from(high) > 0.025, `${mean} ${spread}: ${low}–${high} is too wide`)
    }
  })

  it('bursts as Kleinberg has them', () => {
    const counts = [2, 3, 2, 1, 3, 12, 15, 11, 3, 2, 1, 2]
    const states = burstsOf(
      counts,
      counts.map(() => 100),
    )
    assert.deepEqual(states.map(Number), [0, 0, 0, 0, 0, 1, 1, 1, 0, 0, 0, 0])
    assert.deepEqual(burstsOf([0, 0], [5, 0]), [false, false])
  })
})
