/** The survey page in a real browser on a phone: steps, resuming, a lost connection, and what those need who cannot see or point. */
import assert from 'node:assert/strict'
import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, before, describe, it } from 'node:test'
import { gzipSync } from 'node:zlib'
import { type ServerType, serve } from '@hono/node-server'
import { type Browser, type BrowserContext, chromium, type Page } from 'playwright-core'
import type { z } from 'zod'
import { buildPages } from '../scripts/build-pages.ts'
import type { Survey } from '../src/shared/contracts/surveys.ts'
import { chromiumPath, NO_CHROMIUM } from './chromium.ts'
import { openWorld, type World } from './world.ts'

const LIMIT = 12 * 1024
const executablePath = chromiumPath()
const AXE = readFileSync(join(import.meta.dirname, '../node_modules/axe-core/axe.min.js'), 'utf8')
const PICTURES = process.env.HX_PICTURES

type SurveyJson = z.input<typeof Survey>

it('brings less than 12 KB of script to each customer page', async () => {
  const target = mkdtempSync(join(tmpdir(), 'hx-pages-'))
  await buildPages(target)
  const scripts = readdirSync(target).filter((file) => file.endsWith('.js'))
  assert.ok(scripts.some((file) => file.startsWith('survey-')))
  for (const file of scripts) {
    const size = gzipSync(readFileSync(join(target, file))).length
    assert.ok(size < LIMIT, `${file} is ${size} bytes (${statSync(join(target, file)).size} unpacked)`)
  }
  rmSync(target, { recursive: true })
})

describe('the survey page on a phone', { skip: executablePath === null ? NO_CHROMIUM : false }, () => {
  let world: World
  let key: string
  let server: ServerType
  let origin: string
  let browser: Browser
  let context: BrowserContext
  let page: Page

  before(async () => {
    await buildPages()
    world = await openWorld()
    key = await world.keyFor('manager')
    server = serve({ fetch: world.app.fetch, port: 0, overrideGlobalObjects: false })
    await new Promise((resolve) => server.once('listening', resolve))
    origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
    browser = await chromium.launch({ executablePath: executablePath ?? '', args: ['--no-sandbox'] })
  })
  after(async () => {
    await browser?.close()
    server?.close()
    await world?.close()
  })

  async function open(
    template: string,
    options: { width?: number; path?: string; script?: boolean; followUp?: string } = {},
  ): Promise<SurveyJson> {
    const { body } = await world.call<SurveyJson>('POST', '/api/v1/surveys', { key, body: { template } })
    if (options.followUp !== undefined) {
      const asking = (question: SurveyJson['draft']['questions'][number]) =>
        question.key === options.followUp ? { ...question, followUp: true } : question
      const draft = { ...body.draft, questions: body.draft.questions.map(asking) }
      await world.call('PUT', `/api/v1/surveys/${body.id}`, { key, body: { changedAt: body.changedAt, draft } })
    }
    const survey = (await world.call<SurveyJson>('POST', `/api/v1/surveys/${body.id}/publication`, { key })).body
    await world.database.owner.query('DELETE FROM call_counts')
    await context?.close()
    context = await browser.newContext({
      viewport: { width: options.width ?? 390, height: 844 },
      locale: 'zh-CN',
      hasTouch: true,
      javaScriptEnabled: options.script ?? true,
    })
    page = await context.newPage()
    page.setDefaultTimeout(10_000)
    await page.goto(`${origin}/s/${survey.slug}${options.path ?? ''}`)
    return survey
  }
  const next = () => page.getByRole('button', { name: '下一步' }).click()
  const send = () => page.getByRole('button', { name: '提交' }).click()
  const countOf = async ({ slug }: SurveyJson): Promise<[responses: number, feedback: number]> => {
    const { rows } = await world.database.owner.query(
      `SELECT count(*)::int AS n, count(DISTINCT feedback_id)::int AS f FROM responses r JOIN surveys s ON s.id = r.survey_id WHERE s.slug = $1`,
      [slug],
    )
    return [rows[0].n, rows[0].f]
  }
  async function accessible(where: string): Promise<void> {
    await page.evaluate(AXE)
    const tags = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa']
    const run = `axe.run({ runOnly: ${JSON.stringify(tags)} }).then(({ violations }) =>
      violations.map(({ id, nodes }) => id + ': ' + nodes.map(({ html }) => html).join(' ')))`
    const found = await page.evaluate<string[]>(run)
    assert.deepEqual(found, [], where)
  }
  const picture = async (name: string) => {
    if (PICTURES) await page.screenshot({ path: join(PICTURES, `${name}.png`), fullPage: true })
  }

  it('shows one question at a time, says where one is, and can be read by everyone', async () => {
    const survey = await open('csat-service')
    const steps = page.locator('.step:visible')
    assert.equal(await steps.count(), 1)
    assert.equal(await page.locator('.bar').innerText(), '第1步，共5步')
    await accessible('first step')
    await picture('survey-1')
    await next()
    assert.equal(await page.locator('.wrong:visible').innerText(), '这一题需要回答。')
    await accessible('with an error')
    await picture('survey-2-error')
    await page.getByLabel('不太满意').check()
    await next()
    assert.equal(await page.locator('.bar').innerText(), '第2步，共5步')
    await page.getByLabel('还没有').check()
    await next()
    await page.getByLabel('等待时间').check()
    await page.getByRole('checkbox', { name: '其他' }).check()
    await page.getByLabel('其他，是什么').fill('停车不方便')
    await accessible('several choices')
    await picture('survey-3-several')
    await next()
    await page.getByRole('textbox').fill('约的上午，下午三点才到')
    await picture('survey-4-words')
    await next()
    await accessible('contact')
    await picture('survey-5-contact')
    await send()
    await page.getByRole('heading', { name: '收到了，谢谢' }).waitFor()
    await accessible('thanks')
    await picture('survey-6-thanks')
    await page.emulateMedia({ colorScheme: 'dark' })
    await accessible('thanks in the dark')
    await picture('survey-6-thanks-dark')
    assert.deepEqual(await countOf(survey), [1, 1])
  })

  it('can be answered with the keyboard alone', async () => {
    const survey = await open('nps')
    await page.keyboard.press('Tab')
    assert.equal(await page.evaluate('document.activeElement.className'), 'skip')
    await page.locator('input[value="0"]').focus()
    for (let n = 0; n < 9; n++) await page.keyboard.press('ArrowRight')
    assert.equal(await page.locator('input:checked').getAttribute('value'), '9')
    await page.keyboard.press('Enter')
    await page.locator('#q-reason').waitFor()
    await page.keyboard.press('Tab')
    await page.keyboard.type('送装准时')
    await next()
    await send()
    await page.getByRole('heading', { name: '收到了，谢谢' }).waitFor()
    assert.deepEqual(await countOf(survey), [1, 1])
  })

  it('loses nothing by back, by reloading, or by changing the language', async () => {
    await open('csat-service')
    await page.getByLabel('很满意', { exact: true }).check()
    await next()
    await page.getByLabel('解决了', { exact: true }).check()
    await page.goBack()
    assert.equal(await page.locator('.bar').innerText(), '第1步，共5步')
    assert.ok(await page.getByLabel('很满意', { exact: true }).isChecked())
    await page.goForward()
    assert.ok(await page.getByLabel('解决了', { exact: true }).isChecked())
    const before = await page.locator('input[name=submission]').inputValue()
    await page.reload()
    assert.equal(await page.locator('.bar').innerText(), '第2步，共5步')
    assert.ok(await page.getByLabel('解决了', { exact: true }).isChecked())
    assert.equal(await page.locator('input[name=submission]').inputValue(), before)
    await picture('survey-7-restored')
    await page.getByRole('link', { name: 'English' }).click()
    assert.equal(await page.locator('.bar').innerText(), 'Step 2 of 5')
    assert.ok(await page.getByLabel('Yes', { exact: true }).isChecked())
    await page.getByRole('button', { name: 'Clear and start over' }).click()
    await page.getByText('Step 1 of 5').waitFor()
    assert.equal(await page.locator('input:checked').count(), 0)
  })

  const toWords = async () => {
    await page.getByLabel('3', { exact: true }).check()
    await next()
  }

  it('asks once more where an answer is vague, brings it back after a reload, and sends both as one', async () => {
    await world.settle()
    const survey = await open('nps', { followUp: 'reason' })
    await toWords()
    await page.getByRole('textbox').fill('服务不好')
    await next()
    const more = page.getByLabel('是等得太久、态度不好，还是问题没有解决？')
    await more.waitFor()
    assert.equal(await page.evaluate('document.activeElement.id'), 'more-reason')
    await accessible('one more question')
    await picture('survey-9-one-more')
    await more.fill('等了四十分钟没人理')
    await page.reload()
    assert.equal(await more.inputValue(), '等了四十分钟没人理')
    await next()
    await send()
    await page.getByRole('heading', { name: '收到了，谢谢' }).waitFor()
    assert.deepEqual(await countOf(survey), [1, 1])
    const { rows } = await world.database.owner.query(
      `SELECT f.text FROM feedback f JOIN responses r ON r.feedback_id = f.id JOIN surveys s ON s.id = r.survey_id WHERE s.slug = $1`,
      [survey.slug],
    )
    assert.equal(rows[0].text, '服务不好\n等了四十分钟没人理')
  })

  it('asks nothing more of a concrete answer, of none, without a connection, and twice never', async () => {
    await open('nps', { followUp: 'reason' })
    await toWords()
    await page.getByRole('textbox').fill('师傅上门把地板划了一道')
    await next()
    await page.locator('#q-contact').waitFor()
    await page.goBack()
    await page.getByRole('textbox').fill('服务不好')
    await next()
    await page.locator('#q-contact').waitFor()

    await open('nps', { followUp: 'reason' })
    await toWords()
    await next()
    await page.locator('#q-contact').waitFor()
    await page.goBack()
    await page.getByRole('textbox').fill('服务不好')
    await context.setOffline(true)
    await next()
    await page.locator('#q-contact').waitFor()
    await context.setOffline(false)
  })

  it('waits for a lost connection and sends once when it is back', async () => {
    const survey = await open('nps')
    await page.getByLabel('3', { exact: true }).check()
    await next()
    await next()
    await context.setOffline(true)
    await send()
    await page.getByText('现在没有网络').waitFor()
    await accessible('offline')
    await picture('survey-8-offline')
    assert.deepEqual(await countOf(survey), [0, 0])
    await context.setOffline(false)
    await page.getByRole('heading', { name: '收到了，谢谢' }).waitFor()
    assert.deepEqual(await countOf(survey), [1, 1])
  })

  it('sends again what may have arrived, and it is still one', async () => {
    const survey = await open('nps')
    let tries = 0
    await page.route('**/responses', async (route) => {
      tries++
      if (tries > 1) return await route.continue()
      await route.fetch()
      await route.abort('connectionreset')
    })
    await page.getByLabel('7', { exact: true }).check()
    await next()
    await next()
    await send()
    await page.getByRole('heading', { name: '收到了，谢谢' }).waitFor()
    assert.equal(tries, 2)
    assert.deepEqual(await countOf(survey), [1, 1])
  })

  it('goes on sending after the page was closed on the way', async () => {
    const survey = await open('nps')
    await page.getByLabel('5', { exact: true }).check()
    await next()
    await next()
    await context.setOffline(true)
    await send()
    await page.getByText('现在没有网络').waitFor()
    await page.close()
    await context.setOffline(false)
    page = await context.newPage()
    await page.goto(`${origin}/s/${survey.slug}`)
    await page.getByRole('heading', { name: '收到了，谢谢' }).waitFor()
    assert.deepEqual(await countOf(survey), [1, 1])
  })

  it('takes a double click as one', async () => {
    const survey = await open('nps')
    await page.getByLabel('10', { exact: false }).check()
    await next()
    await next()
    await page.getByRole('button', { name: '提交' }).dblclick()
    await page.getByRole('heading', { name: '收到了，谢谢' }).waitFor()
    assert.deepEqual(await countOf(survey), [1, 1])
  })

  it('works without script', async () => {
    const survey = await open('csat-delivery', { script: false })
    await picture('survey-9-no-script')
    await send()
    await page.getByRole('alert').waitFor()
    await page.getByLabel('一般').check()
    await send()
    await page.getByRole('heading', { name: '收到了，谢谢' }).waitFor()
    assert.deepEqual(await countOf(survey), [1, 1])
  })

  for (const { template, name } of [
    { template: 'nps', name: 'eleven points' },
    { template: 'ces', name: 'seven points' },
    { template: 'csat-service', name: 'five words' },
  ]) {
    it(`fits ${name} into 320 pixels with targets of 44`, async () => {
      await open(template, { width: 320 })
      assert.equal(await page.evaluate('document.documentElement.scrollWidth'), 320)
      const targets = await page.locator('.point:visible, .choice:visible, button:visible, .tongues a').all()
      for (const target of targets) {
        const box = await target.boundingBox()
        assert.ok(box !== null && box.height >= 44 && box.width >= 43.5, `${await target.innerText()}: ${box?.width} × ${box?.height}`)
      }
      await picture(`survey-320-${template}`)
      await page.emulateMedia({ colorScheme: 'dark' })
      await accessible(`${name} in the dark`)
      await picture(`survey-320-${template}-dark`)
    })
  }

  it('stands well on a desk', async () => {
    await open('nps', { width: 1440, path: '?score=9' })
    assert.ok(await page.locator('input[value="9"]').isChecked())
    await accessible('desk')
    await picture('survey-1440')
  })
})
