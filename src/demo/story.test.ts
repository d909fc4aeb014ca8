import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { CHANNELS } from '../shared/contracts/values.ts'
import { DAY, HOUR, type Instant, instant } from '../shared/time/instant.ts'
import { BRAND } from './cast.ts'
import { ANSWERS } from './replies/answers.ts'
import { buildStory } from './story.ts'
import type { CaseStage, DemoImprovement, DemoMetric, Story, Voice, Window } from './story-shape.ts'
import { TAXONOMY } from './taxonomy.ts'
import { REPLY_TEMPLATES } from './templates.ts'
import { TEXT_GROUPS } from './texts/all-texts.ts'

const NOW = instant('2026-11-21T12:30:00Z')
const story = buildStory({ now: NOW })
const texts = story.voices.filter((voice): voice is Voice & { text: string } => voice.text !== null)
const within = (at: Instant, { from, to }: Window): boolean => at >= from && at < to
const midnight = (day: string): Instant => instant(`${day}T00:00:00+08:00`)
const mean = (values: readonly number[]): number => values.reduce((sum, value) => sum + value, 0) / values.length

/** The metric of a plan in a window, with the variance of its estimate, so that a difference can be judged. */
function measure(told: Story, metric: DemoMetric, window: Window): { value: number; variance: number; n: number } {
  const voices = told.voices.filter(({ occurredAt }) => within(occurredAt, window))
  if (metric.kind === 'contacts-per-1000-orders') {
    const { category, intent, product } = metric
    const n = voices.filter(
      ({ meant, facts }) => meant?.category === category && meant.intent === intent && facts.product === product,
    ).length
    const orders = told.orders.filter((row) => row.product === product && within(midnight(row.day), window))
    const thousands = orders.reduce((sum, { count }) => sum + count, 0) / 1000
    return { value: n / thousands, variance: n / thousands ** 2, n }
  }
  const answers = voices.filter(({ survey, facts }) => survey?.key === metric.survey && facts.product === metric.product)
  if (metric.kind === 'mean-score') {
    const values = answers.flatMap(({ scores }) => scores.filter(({ kind }) => kind === metric.score).map(({ value }) => value))
    const average = mean(values)
    return { value: average, variance: mean(values.map((value) => (value - average) ** 2)) / values.length, n: values.length }
  }
  const chosen = answers.flatMap(({ survey }) => survey?.answers[metric.question] ?? [])
  const share = chosen.filter((option) => metric.options.includes(option)).length / chosen.length
  return { value: share, variance: (share * (1 - share)) / chosen.length, n: chosen.length }
}

/** Standard errors between after and before; positive is a rise. */
function shift(told: Story, { plan }: DemoImprovement): number {
  assert.ok(plan)
  const before = measure(told, plan.metric, plan.before)
  const after = measure(told, plan.metric, plan.after)
  assert.ok(before.n >= 20, `only ${before.n} before`)
  return (after.value - before.value) / Math.sqrt(before.variance + after.variance)
}

function improvement(told: Story, key: string): DemoImprovement {
  const found = told.improvements.find((one) => one.key === key)
  assert.ok(found, `no improvement ${key}`)
  return found
}

describe('the voices', () => {
  it('are three thousand, at least 520 of them in words of their own', () => {
    assert.equal(story.voices.length, 3000)
    assert.ok(texts.length >= 520, `${texts.length} texts`)
    assert.equal(new Set(texts.map(({ text }) => text)).size, texts.length)
    assert.equal(new Set(story.voices.map(({ sourceId }) => sourceId)).size, 3000)
  })

  it('say or score something, every one', () => {
    const silent = story.voices.filter(({ text, scores }) => text === null && scores.length === 0)
    assert.deepEqual(silent, [])
  })

  it('come in by every channel', () => {
    const used = new Set(story.voices.map(({ channel }) => channel))
    assert.deepEqual(
      CHANNELS.filter((channel) => !used.has(channel)),
      [],
    )
  })

  it('are in order of time, within 182 days, and never later than two hours before now', () => {
    for (const [index, { occurredAt }] of story.voices.entries()) {
      assert.ok(occurredAt >= (story.voices[index - 1]?.occurredAt ?? 0))
      assert.ok(occurredAt >= NOW - 182 * DAY && occurredAt <= NOW - 2 * HOUR)
    }
    const newest = story.voices.at(-1)?.occurredAt ?? 0
    assert.ok(NOW - newest < 6 * HOUR)
  })

  it('keep every score on its scale', () => {
    const ranges = { nps: [0, 10], csat: [1, 5], ces: [1, 7], rating: [1, 5] } as const
    for (const { scores } of story.voices) {
      for (const { kind, value } of scores) {
        const [low, high] = ranges[kind]
        assert.ok(Number.isInteger(value) && value >= low && value <= high, `${kind} ${value}`)
      }
    }
  })

  it('leave no placeholder unfilled and file everything under a known category', () => {
    const keys = new Set(TAXONOMY.map(({ key }) => key))
    for (const { text, meant } of texts) {
      assert.doesNotMatch(text, /\{\w+\}/)
      assert.ok(meant && keys.has(meant.category))
    }
  })

  it('are spoken by customers of the cast', () => {
    const known = new Set(story.customers.map(({ ref }) => ref))
    const strangers = story.voices.filter(({ customerRef }) => customerRef !== null && !known.has(customerRef))
    assert.deepEqual(strangers, [])
  })

  it('are in Traditional Chinese and English as well', () => {
    for (const language of ['zh-TW', 'zh-HK', 'en']) {
      assert.ok(
        texts.some((voice) => voice.language === language),
        language,
      )
    }
  })
})

describe('the telling', () => {
  it('is the same for the same now and seed, and another for another seed', () => {
    assert.deepEqual(buildStory({ now: NOW }), story)
    assert.notDeepEqual(buildStory({ now: NOW, seed: 7 }).voices, story.voices)
  })

  it('keeps the id of a text when now moves', () => {
    const later = buildStory({ now: instant('2027-02-03T03:00:00Z') })
    // Order numbers hold a date and so move.
    const begins = (voice: Voice): string => `${voice.sourceId} ${voice.text?.replace(/HX[\d-]+/, '')}`
    const before = new Set(texts.map(begins))
    assert.deepEqual(
      later.voices.filter(({ text }) => text !== null).filter((voice) => !before.has(begins(voice))),
      [],
    )
  })

  it('has an answer for a question that is asked, and only for such', () => {
    const lines = TEXT_GROUPS.flatMap((group) => group.lines.map((line) => (typeof line === 'string' ? line : line.text)))
    assert.deepEqual(
      ANSWERS.filter(({ begins }) => lines.filter((line) => line.startsWith(begins)).length !== 1),
      [],
    )
  })
})

describe('the arc', () => {
  // The story must hold on whichever day the demo is loaded: sales days and winters move the counts.
  const days = ['2026-11-21T12:30:00Z', '2027-01-15T01:05:00Z', '2027-06-30T20:00:00Z']
  for (const day of days) {
    const told = buildStory({ now: instant(day) })

    it(`told on ${day}: docking complaints fall after firmware 2.4`, () => {
      assert.ok(shift(told, improvement(told, 'firmware-2.4')) < -2.5)
    })

    it(`told on ${day}: satisfaction after delivery rises with the two-hour window`, () => {
      assert.ok(shift(told, improvement(told, 'two-hour-window')) > 2.5)
    })

    it(`told on ${day}: the new SMS provider changes nothing`, () => {
      assert.ok(Math.abs(shift(told, improvement(told, 'sms-provider'))) < 1.5)
    })

    it(`told on ${day}: the coating comes off more from week to week`, () => {
      const heard = told.voices
        .filter(({ meant }) => meant?.category === 'safety.coating')
        .map(({ occurredAt }) => (told.endsAt - occurredAt) / DAY)
      const lastFortnight = heard.filter((ago) => ago < 14).length
      assert.ok(heard.length >= 25 && lastFortnight > heard.length / 2, `${lastFortnight} of ${heard.length}`)
      assert.equal(improvement(told, 'inner-pot-coating').stage, 'proposed')
    })
  }

  it('praises the hotline colleague and the installer through all six months', () => {
    for (const name of [/小何|何静雯|静雯|何姑娘|何小姐|何女士/, /吴师傅|吴海生/]) {
      const praised = texts.filter(({ text, meant }) => meant?.intent === 'praise' && name.test(text))
      const months = new Set(praised.map(({ occurredAt }) => Math.floor((occurredAt - story.startsAt) / (61 * DAY))))
      assert.ok(praised.length >= 8 && months.size === 3, `${name}: ${praised.length} in ${months.size}`)
    }
  })
})

describe('the cases', () => {
  it('stand in every stage, with promises open, kept, broken, and past the red line', () => {
    const stages: CaseStage[] = ['new', 'acknowledged', 'working', 'waiting', 'resolved', 'verified', 'closed']
    for (const stage of stages) {
      assert.ok(
        story.cases.some((one) => one.stage === stage),
        stage,
      )
    }
    for (const promise of ['open', 'kept', 'broken', 'past-72h']) {
      assert.ok(
        story.cases.some((one) => one.promise === promise),
        promise,
      )
    }
    assert.ok(story.cases.some(({ promise, firstReplyAfter }) => promise === 'past-72h' && firstReplyAfter === null))
    assert.ok(story.cases.some(({ steps }) => steps.some((step) => step.kind === 'satisfaction' && step.said === 'no')))
  })

  it('go forward in time, from the voice to now', () => {
    for (const { openedAt, steps, sourceId } of story.cases) {
      let last: number = openedAt
      for (const step of steps) {
        assert.ok(step.at > last && step.at <= NOW, `${sourceId} ${step.kind}`)
        last = step.at
      }
    }
  })

  it('keep more promises at the end than at the beginning', () => {
    const kept = (from: number, to: number): number => {
      const asked = story.cases.filter(({ openedAt }) =>
        within(openedAt, { from: (NOW - from * DAY) as Instant, to: (NOW - to * DAY) as Instant }),
      )
      return asked.filter(({ promise }) => promise === 'kept').length / asked.length
    }
    assert.ok(kept(71, 11) > kept(182, 122))
  })
})

describe('the words of the house', () => {
  const notices = story.improvements.flatMap(({ notice, heard, did, cameOfIt }) => [notice, heard, did, cameOfIt])
  const said = story.cases.flatMap(({ steps }) =>
    steps.flatMap((step) => (step.kind === 'resolved' ? [step.note] : step.kind === 'reply' || step.kind === 'note' ? [step.text] : [])),
  )
  const templates = REPLY_TEMPLATES.map(({ text }) => text)
  const surveys = story.surveys.flatMap(({ title, purpose, questions }) => [title, purpose, ...questions.map((one) => one.title)])
  const words = [...notices, ...said, ...templates, ...surveys].filter((text) => text !== null)

  it('speak plainly: no 亲, no 尊敬的, no exclamation marks, 你 and not 您', () => {
    assert.deepEqual(
      words.filter((text) => /亲|尊敬的|[!！]|您|操作成功/.test(text)),
      [],
    )
  })

  it('leave no placeholder unfilled in what was sent', () => {
    assert.deepEqual(
      said.filter((text) => /\{\w+\}/.test(text)),
      [],
    )
  })
})

describe('the cast', () => {
  it('has nine hundred customers whom nobody can call or write to by mistake', () => {
    assert.equal(story.customers.length, 900)
    for (const { phone, email } of story.customers) {
      assert.match(phone ?? '+8612500000001', /^\+86125\d{8}$/)
      assert.match(email ?? 'a1@example.com', /^[a-z.]+\d+@example\.(com|net|org)$/)
    }
    const contacts = story.customers.flatMap(({ phone, email }) => [phone, email]).filter((contact) => contact !== null)
    assert.equal(new Set(contacts).size, contacts.length)
  })

  it('names no telephone number or address in what is said', () => {
    const traces = texts.filter(({ text, subject }) => /1[3-9]\d{9}|\d{3,4}-\d{7,8}|400-?\d{3}|@[a-z]+\.[a-z]/.test(`${text} ${subject}`))
    assert.deepEqual(traces, [])
  })

  it('is staff of one brand, with every role that the story needs', () => {
    assert.equal(story.brand, BRAND)
    const roles = new Set(story.staff.map(({ role }) => role))
    for (const role of ['agent', 'manager', 'analyst', 'admin']) assert.ok(roles.has(role as never), role)
  })
})

describe('the improvements', () => {
  it('link voices that exist and, once shipped, were heard before', () => {
    const heardAt = new Map(story.voices.map(({ sourceId, occurredAt }) => [sourceId, occurredAt]))
    for (const { key, voices, shippedAt } of story.improvements) {
      assert.ok(voices.length >= 8, `${key}: ${voices.length}`)
      for (const id of voices) assert.ok((heardAt.get(id) ?? Number.POSITIVE_INFINITY) < (shippedAt ?? NOW), `${key} ${id}`)
    }
  })

  it('freeze their plan before shipping and decide after its last window', () => {
    const planned = story.improvements.filter(({ plan }) => plan !== null)
    assert.deepEqual(
      planned.map(({ plan }) => plan?.expected),
      ['worked', 'worked', 'no-evidence', 'open'],
    )
    for (const { plan, shippedAt, decidedAt } of planned) {
      assert.ok(plan && shippedAt)
      assert.ok(plan.frozenAt < shippedAt && plan.before.to <= shippedAt && plan.after.from > shippedAt)
      if (plan.expected === 'open') assert.ok(decidedAt === null && shippedAt < NOW && plan.after.to > NOW)
      else assert.ok(decidedAt && plan.after.to <= decidedAt && decidedAt < NOW)
    }
  })

  it('stand in every stage of the board', () => {
    const stages = new Set(story.improvements.map(({ stage }) => stage))
    assert.deepEqual([...stages].sort(), ['accepted', 'building', 'not-verified', 'proposed', 'shipped', 'verified'])
  })

  it('reopen what was not verified', () => {
    const { stage, reopenedAt, decidedAt } = improvement(story, 'sms-provider')
    assert.equal(stage, 'not-verified')
    assert.ok(reopenedAt !== null && decidedAt !== null && reopenedAt > decidedAt)
  })
})
