/** What each kind of question takes, as tables: what was sent, what is kept or why not. */
import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { instant } from '../time/instant.ts'
import { CSAT_POINTS } from './csat.ts'
import { type Definition, faultsOf, openAt } from './definition.ts'
import { freshQuestion, QUESTION_KINDS, readAnswer, scaleOf } from './kinds.ts'
import { type Question, type QuestionKind, type Sent, textIn, type Wrong } from './question.ts'

const asked = (kind: QuestionKind, change: object = {}): Question =>
  ({ ...freshQuestion(kind, 'q'), required: false, ...change }) as Question
const sent = (...values: string[]): Sent => ({ values, other: '' })

type Case = { name: string; question: Question; sent: Sent; keeps?: (string | number | null)[]; wrong?: Wrong }

const cases: Case[] = [
  { name: 'nps takes 0', question: asked('nps'), sent: sent('0'), keeps: [0] },
  { name: 'nps takes 10', question: asked('nps'), sent: sent('10'), keeps: [10] },
  { name: 'nps refuses 11', question: asked('nps'), sent: sent('11'), wrong: 'not-a-point' },
  { name: 'nps refuses a half', question: asked('nps'), sent: sent('8.5'), wrong: 'not-a-point' },
  { name: 'nps refuses a sign', question: asked('nps'), sent: sent('-1'), wrong: 'not-a-point' },
  { name: 'nps refuses words', question: asked('nps'), sent: sent('nine'), wrong: 'not-a-point' },
  { name: 'nps refuses two', question: asked('nps'), sent: sent('1', '2'), wrong: 'only-one' },
  { name: 'nps may be left out', question: asked('nps'), sent: sent(), keeps: [] },
  { name: 'nps may not be left out when required', question: asked('nps', { required: true }), sent: sent(''), wrong: 'required' },
  { name: 'csat begins at 1', question: asked('csat'), sent: sent('0'), wrong: 'not-a-point' },
  { name: 'csat ends at 5', question: asked('csat'), sent: sent('5'), keeps: [5] },
  { name: 'ces ends at 7', question: asked('ces'), sent: sent('7'), keeps: [7] },
  { name: 'ces refuses 8', question: asked('ces'), sent: sent('8'), wrong: 'not-a-point' },
  { name: 'single takes an option', question: asked('single'), sent: sent('b'), keeps: ['b'] },
  { name: 'single refuses two', question: asked('single'), sent: sent('a', 'b'), wrong: 'only-one' },
  { name: 'single refuses what is not offered', question: asked('single'), sent: sent('z'), wrong: 'not-an-option' },
  {
    name: 'single refuses other where there is none',
    question: asked('single'),
    sent: { values: ['other'], other: 'x' },
    wrong: 'not-an-option',
  },
  {
    name: 'single ignores words beside a chosen option',
    question: asked('single', { other: true }),
    sent: { values: ['a'], other: 'x' },
    keeps: ['a'],
  },
  {
    name: 'single takes words alone as other',
    question: asked('single', { other: true }),
    sent: { values: [], other: ' x ' },
    keeps: ['other:x'],
  },
  { name: 'multi keeps the order of the options', question: asked('multi'), sent: sent('b', 'a'), keeps: ['a', 'b'] },
  { name: 'multi counts a repeated option once', question: asked('multi'), sent: sent('a', 'a'), keeps: ['a'] },
  {
    name: 'multi takes words as one more',
    question: asked('multi', { other: true }),
    sent: { values: ['b'], other: 'x' },
    keeps: ['b', 'other:x'],
  },
  {
    name: 'multi wants words for other',
    question: asked('multi', { other: true }),
    sent: { values: ['other'], other: '  ' },
    wrong: 'other-empty',
  },
  {
    name: 'multi has a limit for the words',
    question: asked('multi', { other: true }),
    sent: { values: ['other'], other: 'x'.repeat(201) },
    wrong: 'too-long',
  },
  { name: 'multi may not be left out when required', question: asked('multi', { required: true }), sent: sent(), wrong: 'required' },
  { name: 'short text is trimmed', question: asked('short-text'), sent: sent('  好  '), keeps: ['好'] },
  { name: 'short text has a limit', question: asked('short-text'), sent: sent('x'.repeat(201)), wrong: 'too-long' },
  { name: 'long text keeps its lines', question: asked('long-text'), sent: sent('一\r\n二\r三'), keeps: ['一\n二\n三'] },
  { name: 'long text loses what no keyboard makes', question: asked('long-text'), sent: sent('a\u0000b\u0007c'), keeps: ['abc'] },
  { name: 'long text of spaces is no answer', question: asked('long-text', { required: true }), sent: sent(' \n '), wrong: 'required' },
  { name: 'long text has a limit', question: asked('long-text'), sent: sent('x'.repeat(5001)), wrong: 'too-long' },
]

describe('readAnswer', () => {
  for (const { name, question, sent: given, keeps, wrong } of cases) {
    it(name, () => {
      const read = readAnswer(question, given)
      assert.equal(read.wrong, wrong ?? null)
      const kept = read.rows?.map(
        ({ number, option, text }) => number ?? (option === null ? text : text === null ? option : `${option}:${text}`),
      )
      assert.deepEqual(kept, keeps)
      for (const [at, row] of (read.rows ?? []).entries()) assert.deepEqual([row.question, row.kind, row.ordinal], ['q', question.kind, at])
    })
  }
})

describe('kinds', () => {
  it('give a score or none, with the scale of the contract', () => {
    assert.deepEqual(
      QUESTION_KINDS.map((kind) => scaleOf(asked(kind))).map((scale) => scale && [scale.kind, scale.min, scale.max]),
      [['nps', 0, 10], ['csat', 1, 5], ['ces', 1, 7], null, null, null, null],
    )
  })
  it('fall back to a language that is written', () => {
    assert.equal(textIn({ en: 'yes' }, 'zh-CN'), 'yes')
    assert.equal(textIn({ 'zh-CN': ' ', 'zh-TW': '是' }, 'zh-CN'), '是')
    assert.equal(textIn({}, 'en'), '')
    assert.equal(CSAT_POINTS.length, 5)
  })
})

const whole: Definition = {
  title: { 'zh-CN': '题' },
  purpose: {},
  thanks: {},
  locales: ['zh-CN'],
  questions: [{ ...freshQuestion('nps', 'a'), label: { 'zh-CN': '问' } }],
  settings: { opensAt: null, closesAt: null, cap: null, contact: 'none' },
}
const choice = (options: { key: string; label: object }[], other = false): Question =>
  ({ ...freshQuestion('single', 'c'), label: { 'zh-CN': '选' }, options, other }) as Question

describe('faultsOf', () => {
  const faults: { name: string; change: Partial<Definition>; why: string[] }[] = [
    { name: 'finds nothing in a whole survey', change: {}, why: [] },
    { name: 'wants a language', change: { locales: [] }, why: ['no-locale locales'] },
    { name: 'wants a title', change: { title: {} }, why: ['no-title title'] },
    { name: 'wants a question', change: { questions: [] }, why: ['no-question questions'] },
    { name: 'wants every question written', change: { questions: [freshQuestion('nps', 'a')] }, why: ['no-label questions[0].label'] },
    {
      name: 'wants a text in every language or in none',
      change: { locales: ['zh-CN', 'en'], purpose: { en: 'why' } },
      why: ['no-translation title', 'no-translation purpose', 'no-translation questions[0].label'],
    },
    {
      name: 'wants every key once',
      change: { questions: [...whole.questions, ...whole.questions] },
      why: ['duplicate-key questions[1].key'],
    },
    {
      name: 'wants two options',
      change: { questions: [choice([{ key: 'a', label: { 'zh-CN': '甲' } }])] },
      why: ['few-options questions[0].options'],
    },
    { name: 'counts other as an option', change: { questions: [choice([{ key: 'a', label: { 'zh-CN': '甲' } }], true)] }, why: [] },
    {
      name: 'wants options written',
      change: {
        questions: [
          choice([
            { key: 'a', label: {} },
            { key: 'b', label: { 'zh-CN': '乙' } },
          ]),
        ],
      },
      why: ['no-option-label questions[0].options[0].label'],
    },
    {
      name: 'wants option keys once, and none called other',
      change: {
        questions: [
          choice([
            { key: 'a', label: { 'zh-CN': '甲' } },
            { key: 'other', label: { 'zh-CN': '乙' } },
          ]),
        ],
      },
      why: ['duplicate-option questions[0].options[1]'],
    },
    {
      name: 'wants an end after the beginning, whatever the zones',
      change: { settings: { ...whole.settings, opensAt: '2026-03-02T09:00:00+08:00', closesAt: '2026-03-02T01:00:00Z' } },
      why: ['dates-reversed settings.closesAt'],
    },
  ]
  for (const { name, change, why } of faults) {
    it(name, () =>
      assert.deepEqual(
        faultsOf({ ...whole, ...change }).map((fault) => `${fault.why} ${fault.path}`),
        why,
      ),
    )
  }
})

describe('openAt', () => {
  const settings = { ...whole.settings, opensAt: '2026-03-02T01:00:00Z', closesAt: '2026-03-03T01:00:00Z' }
  const moments = [
    { at: '2026-03-02T00:59:59Z', state: 'not-yet' },
    { at: '2026-03-02T01:00:00Z', state: 'open' },
    { at: '2026-03-03T00:59:59Z', state: 'open' },
    { at: '2026-03-03T01:00:00Z', state: 'over' },
  ]
  for (const { at, state } of moments) it(`is ${state} at ${at}`, () => assert.equal(openAt({ settings }, instant(at)), state))
})
