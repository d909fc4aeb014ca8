/** Making a survey in the staff app, in a real browser: template, words, order, undo, publish, answer, results. */
import assert from 'node:assert/strict'
import { existsSync } from 'node:fs'
import type { AddressInfo } from 'node:net'
import { join } from 'node:path'
import { after, before, describe, it } from 'node:test'
import { type ServerType, serve } from '@hono/node-server'
import { type Browser, chromium, type Page } from 'playwright-core'
import { addPerson } from '../src/modules/accounts/index.ts'
import { chromiumPath, NO_CHROMIUM } from './chromium.ts'
import { openWorld, type World } from './world.ts'

const executablePath = chromiumPath()
const isBuilt = existsSync(join(import.meta.dirname, '../dist/web/index.html'))
const skip = executablePath === null ? NO_CHROMIUM : isBuilt ? false : 'the staff app is not built (npm test builds it)'
const PASSWORD = 'a long enough pass phrase'

describe('the survey builder', { skip }, () => {
  let world: World
  let server: ServerType
  let origin: string
  let browser: Browser
  let page: Page

  before(async () => {
    world = await openWorld()
    await addPerson(world.db, { email: 'zhou@example.com', name: '周敏', password: PASSWORD, role: 'manager' }, world.clock.now())
    server = serve({ fetch: world.app.fetch, port: 0, overrideGlobalObjects: false })
    await new Promise((resolve) => server.once('listening', resolve))
    origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
    browser = await chromium.launch({ executablePath: executablePath ?? '', args: ['--no-sandbox'] })
    const context = await browser.newContext({ viewport: { width: 1440, height: 900 }, locale: 'zh-CN', reducedMotion: 'reduce' })
    page = await context.newPage()
    page.setDefaultTimeout(10_000)
    await page.goto(`${origin}/app/surveys`)
    await page.locator('input[name=email]').fill('zhou@example.com')
    await page.locator('input[name=password]').fill(PASSWORD)
    await page.locator('button[type=submit]').click()
  })
  after(async () => {
    await browser?.close()
    server?.close()
    await world?.close()
  })
  const draft = async () => {
    const { rows } = await world.database.owner.query('SELECT draft, state, version FROM surveys ORDER BY created_at DESC, id DESC LIMIT 1')
    return rows[0]
  }
  const saved = () => page.getByText('已保存').waitFor()
  const labels = async () => (await draft()).draft.questions.map(({ label }: { label: Record<string, string> }) => label['zh-CN'])

  it('begins with a template and keeps every word by itself', async () => {
    await page.getByText('还没有问卷').waitFor()
    await page.getByRole('link', { name: '做问卷' }).first().click()
    await page.getByRole('button', { name: '用这份 你会推荐我们吗' }).click()
    await page.getByRole('textbox', { name: '标题' }).fill('老客户回访')
    await saved()
    assert.equal((await draft()).draft.title['zh-CN'], '老客户回访')
    await page.frameLocator('iframe').getByRole('heading', { name: '老客户回访' }).waitFor()
  })

  it('adds a question, fills it in, moves it, and brings a removed one back', async () => {
    await page.getByRole('button', { name: '加一道题' }).click()
    await page.getByRole('menuitem', { name: '单选' }).click()
    await page.getByText('发布前还要补齐').waitFor()
    await page.getByLabel('问什么').fill('你用的是哪一款？')
    await page.getByLabel('选项1', { exact: true }).fill('扫地机')
    await page.getByLabel('选项2', { exact: true }).fill('净水器')
    await page.getByRole('button', { name: '加一个选项' }).click()
    await page.getByLabel('选项3', { exact: true }).fill('洗衣机')
    await page.getByRole('button', { name: '上移选项3' }).click()
    await page.getByRole('button', { name: '上移这道题' }).click()
    await saved()
    assert.deepEqual(await labels(), ['你用的是哪一款？', '你有多大可能向朋友或同事推荐我们？', '你打这个分，主要是因为什么？'])
    assert.deepEqual(
      (await draft()).draft.questions[0].options.map(({ label }: { label: Record<string, string> }) => label['zh-CN']),
      ['扫地机', '洗衣机', '净水器'],
    )
    await page.frameLocator('iframe').getByLabel('洗衣机').waitFor()

    await page.getByRole('button', { name: '删除这道题' }).click()
    await page.getByText('已删除一道题。').waitFor()
    await page.getByRole('button', { name: '撤销' }).click()
    await page.getByText('已撤销。').waitFor()
    await page.getByRole('button', { name: /你用的是哪一款/ }).waitFor()
  })

  it('publishes what was saved and leads to its link', async () => {
    await page.getByRole('button', { name: '发布并开始收集' }).click()
    await page.getByRole('textbox', { name: '链接', exact: true }).waitFor()
    assert.deepEqual([(await draft()).state, (await draft()).version], ['open', 1])
    await page.getByRole('img', { name: /二维码/ }).waitFor()
  })

  it('shows what came back, and the answers behind a bar', async () => {
    const { rows } = await world.database.owner.query('SELECT slug FROM surveys LIMIT 1')
    const key = (await draft()).draft.questions[0].key
    for (let n = 0; n < 6; n++) {
      const body = { submission: `browser-answer-${n}`, answers: { [key]: 'a', recommend: 9, reason: `理由${n}` } }
      assert.equal((await world.call('POST', `/s/${rows[0].slug}/responses`, { body })).status, 201)
    }
    await page.getByRole('tab', { name: '结果' }).click()
    await page.reload()
    await page.getByText('样本少，仅供参考').first().waitFor()
    await page.getByRole('link', { name: /扫地机/ }).click()
    await page.getByText(/只看“你用的是哪一款？”答“扫地机.*”的/).waitFor()
    await page.locator('[data-row]').nth(5).waitFor()
    assert.equal(await page.locator('[data-row]').count(), 6)
  })

  it('keeps what is being written while one looks at another tab', async () => {
    await page.getByRole('tab', { name: '编辑' }).click()
    await page.getByRole('textbox', { name: '致谢' }).fill('我们会逐条看。')
    await page.getByRole('tab', { name: '发放' }).click()
    await page.getByRole('tab', { name: '编辑' }).click()
    await saved()
    assert.equal((await draft()).draft.thanks['zh-CN'], '我们会逐条看。')
  })

  it('never overwrites what somebody else has changed', async () => {
    await page.getByRole('tab', { name: '编辑' }).click()
    await page.getByRole('textbox', { name: '标题' }).waitFor()
    await world.database.owner.query(`UPDATE surveys SET changed_at = changed_at + interval '1 second'`)
    await page.getByRole('textbox', { name: '标题' }).fill('盖掉别人的')
    await page.getByText('这份问卷在别处改过了').first().waitFor()
    assert.equal((await draft()).draft.title['zh-CN'], '老客户回访')
  })

  it('deletes a draft, and takes that back', async () => {
    await page.goto(`${origin}/app/surveys/new`)
    await page.getByRole('button', { name: '用这份 办这件事省心吗' }).click()
    await page.getByRole('button', { name: '删除草稿' }).click()
    await page.getByText('已删除草稿。').waitFor()
    await page.getByRole('button', { name: '撤销' }).click()
    await page.getByRole('button', { name: /办这件事省心吗/ }).waitFor()
    assert.equal((await draft()).draft.title['zh-CN'], '办这件事省心吗')
  })
})
