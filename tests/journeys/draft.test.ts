/**
 * A draft by the model outside in a real browser: nothing to press while it is off, the words that come are marked as a
 * machine's, can be taken back and are not sent with a blank in them, and one calm sentence stands there when it is away.
 */
import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { after, before, describe, it } from 'node:test'
import type { Browser, Page } from 'playwright-core'
import { addPerson } from '../../src/modules/accounts/index.ts'
import { createOutsideModel } from '../../src/platform/ai/outside-model.ts'
import { createLog } from '../../src/platform/log.ts'
import { type FakeModel, startFakeModel } from '../peers/outside-model.ts'
import { openWorld, type World } from '../world.ts'
import { cannotBrowse, openStaffBrowser, PASSWORD, type StaffBrowser } from './staff-browser.ts'

const AXE = readFileSync(join(import.meta.dirname, '../../node_modules/axe-core/axe.min.js'), 'utf8')

describe('a draft by the model outside, in the browser', { skip: cannotBrowse }, () => {
  let world: World
  let fake: FakeModel
  let staff: StaffBrowser
  let browser: Browser
  let page: Page
  let origin = ''
  let key = ''
  let caseId = ''

  before(async () => {
    fake = await startFakeModel()
    const outside = createOutsideModel({ baseUrl: fake.baseUrl, key: '', model: 'fake-1' }, createLog('silent'), { pause: 5 })
    world = await openWorld({ outside })
    key = await world.keyFor('owner')
    await addPerson(world.db, { email: 'admin@example.com', name: '唐砚', password: PASSWORD, role: 'admin' }, world.clock.now())
    await world.settle()
    await world.call('POST', '/api/v1/feedback', { key, body: { channel: 'web', text: '我叫王小明，锅坏了，怎么没人管' } })
    await world.settle()
    caseId = (await world.call<{ items: { id: string }[] }>('GET', '/api/v1/cases', { key })).body.items[0]?.id ?? ''
    staff = await openStaffBrowser(world)
    ;({ origin, browser } = staff)
    page = await (await browser.newContext({ viewport: { width: 1440, height: 900 }, locale: 'zh-CN' })).newPage()
    page.setDefaultTimeout(10_000)
    await page.goto(`${origin}/app/`)
    await page.getByLabel('邮箱').fill('admin@example.com')
    await page.getByRole('textbox', { name: '密码' }).fill(PASSWORD)
    await page.getByRole('button', { name: '登录' }).click()
    await page.getByRole('heading', { name: '首页' }).waitFor()
  })
  after(async () => {
    await staff?.close()
    await world?.close()
    await fake?.stop()
  })

  const openCase = async () => {
    await page.goto(`${origin}/app/inbox?view=all&case=${caseId}`)
    await page.getByRole('textbox', { name: '回复客户' }).waitFor()
  }
  const written = () => page.getByRole('textbox', { name: '回复客户' })
  const draft = () => page.getByRole('button', { name: '起草' })
  async function accessible(where: string): Promise<void> {
    await page.evaluate(AXE)
    const run = `axe.run({ runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'] }).then(({ violations }) =>
      violations.map(({ id, nodes }) => id + ': ' + nodes.map(({ html }) => html).join(' ')))`
    assert.deepEqual(await page.evaluate<string[]>(run), [], where)
  }

  it('is nowhere to press while it is off', async () => {
    await openCase()
    await page.getByRole('button', { name: '模板' }).waitFor()
    assert.equal(await draft().count(), 0)
    assert.equal(fake.heard.length, 0)
  })

  it('is turned on and tried in the settings', async () => {
    fake.does({ kind: 'says', text: 'here' })
    await page.goto(`${origin}/app/settings/outside-model`)
    await page.getByRole('switch').click()
    await page.getByRole('button', { name: '保存' }).click()
    await page.getByRole('button', { name: '试一次' }).click()
    await page.getByText('它应答了：“here”').waitFor()
    await page.getByText('已应答').waitFor()
    await accessible('the settings')
  })

  it('stands marked behind what was written, keeps its mark over a reload, and is taken back with one press', async () => {
    await openCase()
    fake.does(({ body }) => {
      const name = /\[姓名-[A-Z2-7]{6}\]/.exec(body.messages[1]?.content ?? '')?.[0] ?? ''
      return { kind: 'says', text: `${name}你好，师傅 {{?}} 上门。` }
    })
    await written().fill('先说一句。')
    await draft().click()
    await page.getByText('机器写的草稿').waitFor()
    assert.equal(await written().inputValue(), '先说一句。\n\n王小明你好，师傅 {{?}} 上门。')
    await accessible('a draft')

    await page.getByRole('button', { name: '发送' }).click()
    assert.equal(
      (
        await world.call<{ messages: { direction: string; kind: string }[] }>('GET', `/api/v1/cases/${caseId}`, { key })
      ).body.messages.filter(({ direction, kind }) => direction === 'out' && kind === 'message').length,
      0,
      'a reply with a blank is not sent',
    )
    await openCase()
    await page.getByText('机器写的草稿').waitFor()
    await page.getByRole('button', { name: '撤销' }).click()
    assert.equal(await written().inputValue(), '先说一句。')
    assert.equal(await page.getByText('机器写的草稿').count(), 0)
  })

  it('stands in the log with the very words that were sent', async () => {
    await page.goto(`${origin}/app/settings/outside-model`)
    await page.getByText('起草回复', { exact: true }).click()
    const sent = page.getByText('<<<customer')
    await sent.waitFor()
    const words = await sent.innerText()
    assert.ok(words.includes('锅坏了') && !words.includes('王小明'), words)
    await accessible('the log')
  })

  it('says calmly when the model is away; the rest goes on', async () => {
    await openCase()
    fake.does({ kind: 'fails', status: 502 })
    for (let i = 0; i < 3; i++) {
      const answered = page.waitForResponse((response) => response.url().endsWith('/draft'))
      await draft().click()
      await answered
    }
    await page.getByText('外部模型暂时连不上').waitFor()
    await page.waitForFunction(`[...document.querySelectorAll('button')].some((each) => each.textContent === '起草' && each.disabled)`)
    await written().fill('我们今天就来。')
    await page.getByRole('button', { name: '发送' }).click()
    await page.getByText('我们今天就来。').waitFor()
  })
})
