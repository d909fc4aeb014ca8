import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { type Letter, writeLetter } from './letter.ts'

const HOSTILE = `"><script>alert('x')</script><img src=x onerror=y>`

const letter = (change: Partial<Letter> = {}): Letter => ({
  locale: 'zh-CN',
  house: { name: '禾岫家电', colour: '#8a3b12' },
  subject: '你的反馈有了结果',
  hello: '李雷，你好：',
  parts: [{ kind: 'say', text: '已经处理好了。' }],
  by: '林晓 · 禾岫家电',
  track: { code: '8F3K-27QX', label: '查看进展', link: 'https://x.example/track/8F3K', also: '也可以直接回复。' },
  ...change,
})

describe('a letter', () => {
  it('says the same as text and as HTML', () => {
    const { text, html } = writeLetter(letter())
    assert.equal(text, '李雷，你好：\n\n已经处理好了。\n\n查看进展：https://x.example/track/8F3K\n也可以直接回复。\n\n-- \n林晓 · 禾岫家电')
    for (const said of [
      '李雷，你好：',
      '已经处理好了。',
      '>查看进展</a>',
      '也可以直接回复。',
      '林晓 · 禾岫家电',
      '8F3K-27QX',
      '由回响提供',
    ])
      assert.ok(html.includes(said), said)
  })

  it('lets nothing through that anybody wrote, wherever it stands', () => {
    const { html } = writeLetter(
      letter({
        house: { name: HOSTILE, colour: `red;}${HOSTILE}` },
        subject: HOSTILE,
        hello: HOSTILE,
        by: HOSTILE,
        parts: [
          { kind: 'say', text: HOSTILE },
          { kind: 'written', text: `${HOSTILE} https://x.example/"onmouseover="y ${HOSTILE}` },
          { kind: 'act', label: HOSTILE, link: 'https://x.example/a' },
          { kind: 'check', ask: HOSTILE, label: HOSTILE, link: 'https://x.example/c' },
          {
            kind: 'list',
            items: [
              { text: HOSTILE, link: null },
              { text: HOSTILE, link: 'https://x.example/i' },
            ],
          },
        ],
        track: { code: HOSTILE, label: HOSTILE, link: 'https://x.example/t', also: HOSTILE },
      }),
    )
    assert.doesNotMatch(html, /<script|<img|red;/)
    for (const [tag] of html.matchAll(/<[a-z][^>]*>/g)) assert.doesNotMatch(tag, /\son\w+=/, tag)
  })

  it('makes links of addresses that our people wrote, and of no others', () => {
    const address = 'https://hexiu.example/help?a=1&b=2'
    const html = (kind: 'say' | 'written') =>
      writeLetter(letter({ track: null, parts: [{ kind, text: `看 ${address}。\njavascript:alert(1)` }] })).html
    assert.deepEqual(
      [...html('written').matchAll(/href="([^"]*)"/g)].map(([, href]) => href),
      ['https://hexiu.example/help?a=1&amp;b=2'],
    )
    assert.doesNotMatch(html('say'), /href/)
  })

  it('fetches nothing from anywhere', () => assert.doesNotMatch(writeLetter(letter()).html, /<img|<link|<script|url\(|@import|@font-face/))
})
