/** How much of what is marked is found, and how much of what is found is marked. */
import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { findPii } from './find.ts'
import type { PiiFinding, PiiKind } from './kinds.ts'
import { NOT_TUNED_ON, WITH_PERSONAL_DATA, WITHOUT_PERSONAL_DATA } from './labelled-texts.data.ts'

const MARK = /<([a-z-]+):([^>]+)>/g

function marked(written: string): { text: string; findings: PiiFinding[] } {
  const findings: PiiFinding[] = []
  let text = ''
  let from = 0
  for (const match of written.matchAll(MARK)) {
    text += written.slice(from, match.index)
    findings.push({ kind: match[1] as PiiKind, start: text.length, end: text.length + (match[2] ?? '').length })
    text += match[2]
    from = match.index + match[0].length
  }
  return { text: text + written.slice(from), findings }
}

const keys = (text: string, findings: readonly PiiFinding[]) =>
  findings.map(({ kind, start, end }) => `${kind} ${start}: ${text.slice(start, end)}`)

describe('personal data in texts of our own', () => {
  const texts = WITH_PERSONAL_DATA.map(marked)

  for (const { text, findings } of texts)
    it(`finds what is in: ${text}`, () => assert.deepEqual(keys(text, findPii(text)), keys(text, findings)))

  for (const text of WITHOUT_PERSONAL_DATA) it(`finds nothing in: ${text}`, () => assert.deepEqual(keys(text, findPii(text)), []))
})

describe('personal data in texts that the rules were not mended on', () => {
  const texts = NOT_TUNED_ON.map(marked)
  const found = new Set(texts.flatMap(({ text }, i) => keys(text, findPii(text)).map((key) => `${i} ${key}`)))
  const there = new Set(texts.flatMap(({ text, findings }, i) => keys(text, findings).map((key) => `${i} ${key}`)))
  const both = [...found].filter((key) => there.has(key)).length

  it('is what is found, nineteen times in twenty', () => {
    const wrong = [...found].filter((key) => !there.has(key))
    assert.ok(both / found.size >= 0.95, `precision ${both} of ${found.size}; wrong: ${wrong.join(' | ')}`)
  })

  it('is found, seven times in eight', () => {
    const missed = [...there].filter((key) => !found.has(key))
    assert.ok(both / there.size >= 0.875, `recall ${both} of ${there.size}; missed: ${missed.join(' | ')}`)
  })
})
