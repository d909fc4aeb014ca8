/**
 * The catalogue and the code agree: every key exists in every language with the same places, is said somewhere, and
 * nothing is said that does not exist. Each failure names the key.
 */
import assert from 'node:assert/strict'
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, it } from 'node:test'
import { catalogues, speak } from '../src/shared/words/catalogues.ts'
import { LOCALES } from '../src/shared/words/locale.ts'
import type { Word } from '../src/shared/words/say.ts'
import { JOBS, LISTENERS, TASKS } from '../src/worker/jobs.ts'

/** Groups looked up by a value from data (`term('channel', …)`), so that no single key stands in the code. */
const LOOKED_UP = [
  'channel.',
  'stage.',
  'intent.',
  'sentiment.',
  'urgency.',
  'urgency-reason.',
  'category-change.',
  'import-state.',
  'fact.',
  'echo-state.',
  'emotion.',
  'need.',
  'value.',
  'value-not.',
  'value-reason.',
  'worth.',
  'identity.',
  'role.',
  'promise.',
  'promise-state.',
  'outcome.',
  'track.stage.',
  'track.promise.',
  'track.late.',
  'improvement-stage.',
  'improvements.caution.',
  'improvements.fault.',
  'improvements.factor.',
  'improvements.method.',
  'improvements.notice-by.',
  'improvements.notice-state.',
  'improvements.severity.',
  'improvements.step.',
  'verdict.',
  'score.',
  'language.',
  'problem.',
  'festival.',
  'misfit.',
  'mail-fault.',
  'notification.',
  'event.',
  'permission.',
  'job.',
  'did.',
  'audit.',
  'outside-purpose.',
  'outside-outcome.',
  'fact.',
  'changed-fact.',
  'echo-state.',
  'category.',
  'review-state.',
  'kappa.',
  'lesson-outcome.',
  'learned-state.',
  'figure-sample.',
  'figure-sample-about.',
  'intent-about.',
  'sentiment-about.',
]

/** Code without the lines of its comments: an example in a comment says nothing. */
const spoken = (text: string) => text.replace(/^\s*(?:\/\/|\/?\*).*$/gm, '')

const SRC = join(import.meta.dirname, '../src')
const code = readdirSync(SRC, { recursive: true, encoding: 'utf8' })
  .filter((file) => /\.tsx?$/.test(file) && !file.startsWith(join('shared', 'words')) && !/\.test\.tsx?$/.test(file))
  .map((file) => ({ file, text: spoken(readFileSync(join(SRC, file), 'utf8')) }))

const source = catalogues['zh-CN']
const keys = Object.keys(source)
const texts = (word: Word): string[] => (typeof word === 'string' ? [word] : Object.values(word))
const places = (word: Word): string => [...new Set(texts(word).flatMap((text) => text.match(/\{\w+\}/g) ?? []))].sort().join(' ')
const wordOf = (words: object, key: string): Word => (words as Record<string, Word>)[key] ?? ''

describe('words', () => {
  for (const locale of LOCALES) {
    it(`${locale} has every key, and no other`, () => {
      assert.deepEqual(Object.keys(catalogues[locale]).sort(), [...keys].sort())
    })

    it(`${locale} has the same places, and no empty text`, () => {
      const wrong = keys.filter((key) => {
        const word = wordOf(catalogues[locale], key)
        return places(word) !== places(wordOf(source, key)) || texts(word).some((text) => text.trim() === '')
      })
      assert.deepEqual(wrong, [])
    })

    it(`${locale} speaks calmly`, () => {
      const loud = keys.filter((key) => texts(wordOf(catalogues[locale], key)).some((text) => /[!！]|亲爱|尊敬|操作成功|oops/i.test(text)))
      assert.deepEqual(loud, [])
    })
  }

  it('stand in one area only: of two, one would never be said', () => {
    const folder = join(SRC, 'shared/words/zh-CN')
    const written = readdirSync(folder).flatMap((file) =>
      [...readFileSync(join(folder, file), 'utf8').matchAll(/^ {2}'([^']+)':/gm)].map(([, key]) => key),
    )
    assert.deepEqual(
      written.filter((key, i) => written.indexOf(key) < i),
      [],
    )
  })

  it('name all work that runs by itself', () => {
    assert.deepEqual(
      JOBS.map(({ name }) => `job.${name}`).filter((key) => !Object.hasOwn(source, key)),
      [],
    )
  })

  it('are all said somewhere', () => {
    const said = new Set(code.flatMap(({ text }) => [...text.matchAll(/['"`]([a-z][\w-]*\.[\w.-]+)['"`]/g)].map(([, key]) => key)))
    assert.deepEqual(
      keys.filter((key) => !said.has(key) && !LOOKED_UP.some((group) => key.startsWith(group))),
      [],
    )
  })

  it('exist when they are said', () => {
    const call = /\b(?:t|say)\(\s*(?:[\w.]+,\s*[\w.]+,\s*)?['"]([a-z][\w-]*\.[\w.-]+)['"]/g
    const unknown = code.flatMap(({ file, text }) =>
      [...text.matchAll(call)].filter(([, key = '']) => !Object.hasOwn(source, key)).map(([, key]) => `${file}: ${key}`),
    )
    assert.deepEqual(unknown, [])
  })

  it('name all work that runs by itself', () => {
    const work = [...JOBS, ...LISTENERS, ...TASKS].map(({ name }) => `job.${name}`)
    assert.deepEqual(
      work.filter((key) => !Object.hasOwn(source, key)),
      [],
    )
  })

  it('name everything that the audit log tells', () => {
    const acts = code.flatMap(({ text }) =>
      [...text.matchAll(/\baction(?:: | = )(?:\w[^'\n]*\? )?'([a-z-]+\.[a-z-]+)'(?: : '([a-z-]+\.[a-z-]+)')?/g)].flatMap(([, ...named]) =>
        named.filter(Boolean),
      ),
    )
    assert.ok(acts.length > 40)
    assert.deepEqual(
      acts.filter((act) => !Object.hasOwn(source, `audit.${act}`)),
      [],
    )
  })

  it('choose the plural form and fill the places', () => {
    assert.equal(speak('en')('list.chosen', { n: 1 }), '1 selected')
    assert.equal(speak('en')('shell.unread', { n: 1 }), '1 unread notification')
    assert.equal(speak('en')('shell.unread', { n: 12_000 }), '12,000 unread notifications')
    assert.equal(speak('zh-CN')('shell.unread', { n: 12_000 }), '12,000条未读通知')
  })
})
