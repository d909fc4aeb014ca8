import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { type Known, toAsk } from './to-ask.ts'

const ASK = { 'zh-CN': '哪一次？', 'zh-TW': '是哪一次呢？', en: 'Which time?' }
const at = (hour: number) => `2026-11-20T${String(hour).padStart(2, '0')}:00:00.000Z`
const voice = (hour: number, ask: typeof ASK | null): Known['voices'][number] => ({
  occurredAt: at(hour),
  understanding: { value: { ask } },
})
const message = (hour: number, direction: Known['messages'][number]['direction'], text: string): Known['messages'][number] => ({
  at: at(hour),
  direction,
  text,
})

const cases: { name: string; it: Known; asks: boolean }[] = [
  { name: 'a vague voice is asked about', it: { stage: 'new', voices: [voice(1, ASK)], messages: [] }, asks: true },
  { name: 'a concrete one is not', it: { stage: 'new', voices: [voice(1, null)], messages: [] }, asks: false },
  {
    name: 'one that nobody has read is not',
    it: { stage: 'new', voices: [{ ...voice(1, null), understanding: null }], messages: [] },
    asks: false,
  },
  {
    name: 'one that was acknowledged still is',
    it: { stage: 'acknowledged', voices: [voice(1, ASK)], messages: [message(2, 'out', '收到了')] },
    asks: true,
  },
  {
    name: 'one that was asked about is not asked again, in whatever language',
    it: { stage: 'working', voices: [voice(1, ASK)], messages: [message(2, 'out', `您好，\n${ASK['zh-TW']}`)] },
    asks: false,
  },
  {
    name: 'a question in a note was not asked',
    it: { stage: 'working', voices: [voice(1, ASK)], messages: [message(2, 'note', ASK['zh-CN'])] },
    asks: true,
  },
  {
    name: 'who has said more by message is not asked',
    it: { stage: 'working', voices: [voice(1, ASK)], messages: [message(2, 'in', '等了四十分钟')] },
    asks: false,
  },
  {
    name: 'who has said more in another voice is not asked',
    it: { stage: 'working', voices: [voice(1, ASK), voice(2, null)], messages: [] },
    asks: false,
  },
  { name: 'nothing is asked once it is resolved', it: { stage: 'resolved', voices: [voice(1, ASK)], messages: [] }, asks: false },
]

describe('toAsk', () => {
  for (const { name, it: known, asks } of cases) it(name, () => assert.deepEqual(toAsk(known), asks ? ASK : null))
})
