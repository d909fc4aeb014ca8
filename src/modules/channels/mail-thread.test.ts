import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { parseMail } from '../../platform/mail/parse.ts'
import { writeLetter } from '../../shared/letters/letter.ts'
import { answered, freshText, plainSubject, referencesOf } from './mail-thread.ts'

describe('freshText', () => {
  const cases: [name: string, text: string, fresh: string][] = [
    ['keeps a plain mail', '扫地机找不到充电座\n已经三次了', '扫地机找不到充电座\n已经三次了'],
    ['cuts what 在…写道 quotes', '还是不行\n\n在 2026年3月2日 10:00,澄屿客服 写道:\n> 请重启', '还是不行'],
    ['cuts an Outlook quote', 'Still broken.\n\n-----Original Message-----\nFrom: us', 'Still broken.'],
    ['cuts an English quote', 'Thanks\n\nOn Mon, 2 Mar 2026 at 10:00, Chengyu <a@example.com> wrote:\n> hello', 'Thanks'],
    ['drops quoted lines and the signature', '> 你好\n好的\n-- \n李雷', '好的'],
    ['keeps everything rather than nothing', '> 只有引用', '> 只有引用'],
  ]
  for (const [name, text, fresh] of cases) it(name, () => assert.equal(freshText(text), fresh))

  it('takes bounded time on a hostile text', () => {
    const text = `${'于'.repeat(50_000)}\n${'on '.repeat(50_000)}`
    assert.equal(freshText(text), text.trim())
  })
})

describe('freshText of an answer to a mail of ours', () => {
  const { text, html } = writeLetter({
    locale: 'zh-CN',
    house: { name: '禾岫家电', colour: '#8a3b12' },
    subject: '你的反馈有了结果',
    hello: '李雷，你好：',
    parts: [
      { kind: 'written', text: '换了整根进水管，试机两次没有再漏。\n\n今天 18 点前师傅再来一次。' },
      { kind: 'check', ask: '问题解决了吗？', label: '回答', link: 'https://x.example/check/t' },
    ],
    by: '林晓 · 禾岫家电',
    track: { code: '8F3K-27QX-M4TD', label: '查看进展', link: 'https://x.example/track/8F3K', also: null },
  })
  const inner = /<body[^>]*>(.*)<\/body>/s.exec(html)?.[1] ?? ''
  const quoted = text.split('\n').map((line) => `> ${line}`)
  const SAID = '可以，六点在家等\n\n钥匙在门卫'
  const US = '禾岫家电 <service@hexiu.example>'
  const asHtml = '<div>可以，六点在家等</div><div><br></div><div>钥匙在门卫</div>'
  const outlookHead = `<div style="border:none;border-top:solid #E1E1E1 1.0pt"><p><b>发件人:</b> 禾岫家电 &lt;service@hexiu.example&gt;<br><b>发送时间:</b> 2026年3月2日 11:00<br><b>收件人:</b> 李雷</p></div>`
  const answers: [program: string, type: 'plain' | 'html', body: string][] = [
    [
      'QQ Mail',
      'html',
      `${asHtml}<div><br></div><div style="font-size:12px">------------------&nbsp;原始邮件&nbsp;------------------</div><div style="background:#efefef"><div><b>发件人:</b>&nbsp;"禾岫家电"&lt;service@hexiu.example&gt;;</div></div><div>${inner}</div>`,
    ],
    [
      'QQ Mail, its text',
      'plain',
      `${SAID}\n\n\n&nbsp;\n\n\n------------------&nbsp;原始邮件&nbsp;------------------\n发件人:&nbsp;...\n\n${text}`,
    ],
    [
      'QQ Mail of today',
      'html',
      `${asHtml}<div><br></div><div><div>原始邮件</div><hr></div><div>发件人：禾岫家电</div><div>${inner}</div>`,
    ],
    ['QQ Mail on a phone', 'plain', `${SAID}\n\n---Original---\nFrom: "禾岫家电"<service@hexiu.example>\n\n${text}`],
    ['163', 'plain', `${SAID}\n\n\n在 2026-03-02 11:00:00，"禾岫家电" <service@hexiu.example> 写道：\n\n${quoted.join('\n')}`],
    ['Outlook', 'html', `${asHtml}${outlookHead}${inner}`],
    ['Outlook on the web', 'html', `${asHtml}<hr style="display:inline-block;width:98%">${outlookHead}${inner}`],
    ['Outlook, its text', 'plain', `${SAID}\n\n________________________________\n发件人: ${US}\n发送时间: 2026年3月2日 11:00\n\n${text}`],
    [
      'Gmail',
      'html',
      `<div dir="ltr">${asHtml}</div><br><div class="gmail_quote"><div dir="ltr">禾岫家电 &lt;<a href="mailto:service@hexiu.example">service@hexiu.example</a>&gt; 于2026年3月2日周一 11:00写道：<br></div><blockquote>${inner}</blockquote></div>`,
    ],
    ['Gmail, its text', 'plain', `${SAID}\n\n${US} 於 2026年3月2日 週一 上午11:00寫道：\n\n${quoted.join('\n')}`],
    [
      'Gmail with a long line',
      'plain',
      `${SAID}\n\nOn Mon, Mar 2, 2026 at 11:00 AM 禾岫家电 <\nservice@hexiu.example> wrote:\n\n${quoted.join('\n')}`,
    ],
    [
      'Apple Mail',
      'html',
      `${asHtml}<div><br><blockquote type="cite"><div>2026年3月2日 11:00，禾岫家电 &lt;service@hexiu.example&gt; 写道：</div><br><div>${inner}</div></blockquote></div>`,
    ],
    ['Apple Mail, its text', 'plain', `${SAID}\n\n2026年3月2日 11:00，${US} 写道：\n${quoted.join('\n')}`],
  ]
  for (const [program, type, body] of answers)
    it(program, async () => {
      const source = `From: li@example.com\r\nContent-Type: text/${type}; charset=utf-8\r\n\r\n${body}`
      assert.equal(freshText((await parseMail(Buffer.from(source)))?.text ?? ''), SAID)
    })
  it('keeps a last line before one that begins a quote', () =>
    assert.equal(freshText('好的\n在家等到 6 点\n在 2026年3月2日，客服 写道：\n> 在吗'), '好的\n在家等到 6 点'))
})

describe('threads', () => {
  it('looks at the nearest parent first', () => {
    assert.deepEqual(answered({ inReplyTo: '<c@x>', references: ['<a@x>', '<b@x>', '<c@x>'] }), ['<c@x>', '<b@x>', '<a@x>'])
  })
  it('strips prefixes in several languages', () => assert.equal(plainSubject('Re: 回复：FW: 洗衣机漏水'), '洗衣机漏水'))
  it('keeps the first and the newest references', () => {
    const all = Array.from({ length: 30 }, (_, i) => `<${i}@x>`)
    const kept = referencesOf(all).split(' ')
    assert.equal(kept.length, 20)
    assert.equal(kept[0], '<0@x>')
    assert.equal(kept.at(-1), '<29@x>')
  })
})
