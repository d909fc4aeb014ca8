/**
 * The whole loop as three people, in a real browser: a customer on a phone answers a survey and complains,
 * an agent replies and resolves, a manager links, freezes, ships and sees the verdict, and the customer reads
 * what came of it. `HX_PICTURES=DIR` keeps a picture of every step.
 */
import assert from 'node:assert/strict'
import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { after, before, describe, it } from 'node:test'
import type { Browser, Page } from 'playwright-core'
import { buildPages } from '../../scripts/build-pages.ts'
import { addPerson } from '../../src/modules/accounts/index.ts'
import { sql } from '../../src/platform/db/sql.ts'
import { DAY, HOUR, type Instant, isoOf } from '../../src/shared/time/instant.ts'
import { openWorld, type World } from '../world.ts'
import { cannotBrowse, openStaffBrowser, PASSWORD, type StaffBrowser } from './staff-browser.ts'

const PICTURES = process.env.HX_PICTURES

describe('the loop, as three people', { skip: cannotBrowse }, () => {
  let world: World
  let staff: StaffBrowser
  let browser: Browser
  let origin = ''
  let key = ''
  let survey = { id: '', slug: '' }
  let code = ''
  let customer: Page
  let agent: Page
  let manager: Page
  let improvement = ''
  let step = 0

  before(async () => {
    await buildPages()
    world = await openWorld({ live: true })
    key = await world.keyFor('owner')
    staff = await openStaffBrowser(world)
    ;({ origin, browser } = staff)
    for (const [email, name, role] of [
      ['agent@example.com', '何静雯', 'agent'],
      ['manager@example.com', '唐砚', 'manager'],
    ] as const) {
      await addPerson(world.db, { email, name, password: PASSWORD, role }, world.clock.now())
    }
    await world.settle()
    if (PICTURES) mkdirSync(PICTURES, { recursive: true })
  })
  after(async () => {
    await staff?.close()
    await world?.close()
  })

  const open = async (size: { width: number; height: number }): Promise<Page> => {
    const page = await (await browser.newContext({ viewport: size, locale: 'zh-CN' })).newPage()
    page.setDefaultTimeout(15_000)
    return page
  }
  const picture = async (page: Page, name: string) => {
    step++
    if (PICTURES) await page.screenshot({ path: join(PICTURES, `${String(step).padStart(2, '0')}-${name}.png`) })
  }
  const signIn = async (email: string): Promise<Page> => {
    const page = await open({ width: 1440, height: 900 })
    await page.goto(`${origin}/app/`)
    await page.getByLabel('邮箱').fill(email)
    await page.getByRole('textbox', { name: '密码' }).fill(PASSWORD)
    await page.getByRole('button', { name: '登录' }).click()
    await page.getByRole('heading', { name: '首页' }).waitFor()
    return page
  }
  const moveTo = async (stage: string) => {
    const moved = manager.waitForResponse((response) => response.url().endsWith('/stage') && response.status() === 200)
    // A menu that is just closing shows the moves of the stage reached: no person is so quick.
    await manager.getByRole('menu').waitFor({ state: 'hidden' })
    await manager.getByRole('button', { name: '移到…' }).first().click()
    await manager.getByRole('menuitem', { name: stage }).click()
    if (stage === '已上线') {
      await manager.getByText('发出后收不回').waitFor()
      await picture(manager, 'manager-reads-notice-first')
      await manager.getByRole('button', { name: '上线并发出通知' }).click()
    }
    await moved
  }
  /** Answers of others at a moment of their own, as the page sends them. */
  const answer = async (at: Instant, csat: number, n: number) => {
    world.clock.set(at)
    const body = { submission: `others-${at}-${n}`, locale: 'zh-CN', answers: { delivery: csat } }
    const { status, text } = await world.call('POST', `/s/${survey.slug}/responses`, {
      body,
      headers: { 'x-forwarded-for': `10.0.0.${n % 250}` },
    })
    assert.equal(status, 201, text)
    await world.database.owner.query('DELETE FROM call_counts')
  }

  it('the manager publishes a survey, and people answer it for four weeks', async () => {
    const { body } = await world.call<{ id: string }>('POST', '/api/v1/surveys', { key, body: { template: 'csat-delivery' } })
    survey = (await world.call<{ id: string; slug: string }>('POST', `/api/v1/surveys/${body.id}/publication`, { key })).body
    const now = world.clock.now()
    for (let n = 0; n < 42; n++) await answer((now + (n % 28) * DAY + HOUR) as Instant, n % 3 === 0 ? 4 : 3, n)
    world.clock.set((now + 28 * DAY + 2 * HOUR) as Instant)
    await world.settle()
  })

  it('a customer answers on a phone, complains, and gets a code', async () => {
    customer = await open({ width: 390, height: 844 })
    await customer.goto(`${origin}/s/${survey.slug}?product=washing-machine`)
    await picture(customer, 'customer-survey')
    await customer.locator('input[type=radio][value="1"]').first().check({ force: true })
    for (;;) {
      const text = customer.locator('textarea:visible').first()
      if (await text.count()) await text.fill('约好的时间没有人来,白等了一整天,也没有人打电话')
      const next = customer.getByRole('button', { name: '下一步' })
      if (!(await next.isVisible())) break
      await picture(customer, 'customer-answers')
      await next.click()
    }
    await customer.getByRole('button', { name: '提交' }).click()
    await customer.waitForURL(/thanks/)
    code = /[0-9A-Z]{4}-[0-9A-Z]{4}-[0-9A-Z]{4}/.exec(await customer.locator('body').innerText())?.[0] ?? ''
    assert.notEqual(code, '')
    await picture(customer, 'customer-thanks')
    await world.settle()
  })

  it('an agent finds the case, and replies', async () => {
    agent = await signIn('agent@example.com')
    await picture(agent, 'agent-home')
    await agent.getByRole('link', { name: '工作台' }).click()
    await agent.goto(`${origin}/app/inbox?view=open`)
    await agent.getByText('约好的时间没有人来').first().click()
    await agent
      .getByRole('textbox', { name: '回复客户' })
      .fill('你好,让你白等了一天,是我们失约。明天上午 10 点到 12 点师傅上门,出发前给你打电话。')
    await picture(agent, 'agent-writes')
    const sent = agent.waitForResponse((response) => response.url().endsWith('/replies') && response.status() === 201)
    await agent.getByRole('button', { name: '发送' }).click()
    await sent
    await agent.getByText('已在进展页显示').nth(1).waitFor()
    await world.settle()
    const { items } = (
      await world.call<{ items: { stage: string; promises: { kind: string; keptAt?: string }[] }[] }>('GET', '/api/v1/cases?view=open', {
        key,
      })
    ).body
    assert.equal(items.length, 1)
    assert.ok(items[0]?.promises.find(({ kind }) => kind === 'first-answer')?.keptAt)
    await picture(agent, 'agent-replied')
  })

  it('the customer reads the reply on the status page', async () => {
    await customer.goto(`${origin}/track/${code}`)
    await customer.getByText('是我们失约').waitFor()
    await picture(customer, 'customer-reads-reply')
  })

  it('the manager makes an improvement of the case and freezes how it will be judged', async () => {
    manager = await signIn('manager@example.com')
    await manager.goto(`${origin}/app/inbox?view=open`)
    await manager.getByText('约好的时间没有人来').first().click()
    await manager.getByRole('link', { name: '新建改进项' }).click()
    await manager.getByLabel('标题').fill('送货改为两小时时段')
    await picture(manager, 'manager-new-improvement')
    await manager.getByRole('button', { name: '新建', exact: true }).click()
    await manager.waitForURL(/improvements\/imp_/)
    improvement = /imp_[0-9a-z]+/.exec(manager.url())?.[0] ?? ''
    for (const stage of ['已采纳', '进行中']) {
      await moveTo(stage)
    }
    const now = world.clock.now()
    const plan = {
      metric: { kind: 'mean-score', score: 'csat' },
      filter: { survey: survey.id },
      better: 'higher',
      before: { from: isoOf((now - 29 * DAY) as Instant), to: isoOf((now - DAY) as Instant) },
      after: { from: isoOf((now + DAY) as Instant), to: isoOf((now + 29 * DAY) as Instant) },
      minimumVoices: 30,
    }
    const url = `/api/v1/improvements/${improvement}/verification`
    assert.equal((await world.call('PUT', url, { key, body: plan })).status, 200)
    assert.equal((await world.call('PUT', url, { key, body: { ...plan, minimumVoices: 10 } })).status, 409, 'a frozen plan stays')
    const notice = '你之前说约好的时间没有人来。现在上门改为两小时时段,前一天发短信确认。'
    const { status } = await world.call('PATCH', `/api/v1/improvements/${improvement}`, { key, body: { notice } })
    assert.equal(status, 200)
    await manager.reload()
    await manager.getByText('方案已冻结').or(manager.getByText('指纹')).first().waitFor()
    await picture(manager, 'manager-plan-frozen')
  })

  it('ships it, and the customer is told', async () => {
    world.clock.advance(HOUR)
    await moveTo('已上线')
    await world.settle()
    await picture(manager, 'manager-shipped')
    await customer.goto(`${origin}/track/${code}`)
    await customer.getByText('现在上门改为两小时时段').waitFor()
    await picture(customer, 'customer-reads-notice')
  })

  it('resolves the case, and the customer says that it is solved', async () => {
    await agent.getByRole('button', { name: '解决', exact: true }).click()
    await agent.getByLabel('告诉客户的话').fill('昨天师傅已经上门装好。以后都是两小时时段。')
    await picture(agent, 'agent-resolves')
    await agent.getByRole('button', { name: '解决并告诉客户' }).click()
    await agent.getByRole('button', { name: '解决并告诉客户' }).waitFor({ state: 'hidden' })
    await world.settle()
    await customer.goto(`${origin}/track/${code}`)
    await customer.getByText('昨天师傅已经上门装好').waitFor()
    await picture(customer, 'customer-reads-outcome')
    await customer
      .getByRole('link', { name: /解决/ })
      .or(customer.getByRole('button', { name: /解决了/ }))
      .first()
      .click()
    const yes = customer.getByRole('button', { name: /解决了/ })
    if (await yes.isVisible()) await yes.click()
    await world.settle()
    const { items } = (await world.call<{ items: { stage: string }[] }>('GET', '/api/v1/cases', { key })).body
    assert.deepEqual(
      items.map(({ stage }) => stage),
      ['verified'],
    )
    await picture(customer, 'customer-says-yes')
  })

  it('is judged when the window has passed, and says so in public', async () => {
    const shipped = world.clock.now()
    for (let n = 0; n < 42; n++) await answer((shipped + (1 + (n % 27)) * DAY + 2 * HOUR) as Instant, 4 + (n % 2), 100 + n)
    world.clock.set((shipped + 31 * DAY) as Instant)
    await world.settle()
    await world.runJob('improvements.verify')
    await world.settle()
    const { body } = await world.call<{ result: { verdict: string; effect: number; interval: { low: number } } }>(
      'GET',
      `/api/v1/improvements/${improvement}/verification`,
      { key },
    )
    assert.equal(body.result.verdict, 'worked')
    assert.ok(body.result.interval.low > 0)
    // A month has passed: the session has ended, as it should.
    manager = await signIn('manager@example.com')
    await manager.goto(`${origin}/app/improvements/${improvement}`)
    await manager.getByText('已验证有效').first().waitFor()
    await picture(manager, 'manager-verdict')
    await world.call('PUT', `/api/v1/portal/improvements/${improvement}`, {
      key,
      body: { public: true, title: '送货改为两小时时段', heard: '约好的时间没有人来', did: '上门改为两小时时段', came: '' },
    })
    const { slug } = await world.db.one<{ slug: string }>(sql`SELECT slug FROM workspaces`)
    await customer.goto(`${origin}/p/${slug}`)
    await customer.getByText('送货改为两小时时段').first().waitFor()
    await picture(customer, 'customer-public-page')
  })
})
