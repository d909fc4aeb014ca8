/**
 * What many voices share, in a real browser: from too few voices to a theme that is named, looked into and made an
 * improvement, by keys where there are keys, and on a phone. `HX_PICTURES=DIR` keeps a picture of every step.
 */
import assert from 'node:assert/strict'
import { after, before, describe, it } from 'node:test'
import type { Page } from 'playwright-core'
import { addPerson } from '../../src/modules/accounts/index.ts'
import { DAY, isoOf, plus } from '../../src/shared/time/instant.ts'
import { openWorld, type World } from '../world.ts'
import { accessible, cannotBrowse, openStaffBrowser, PASSWORD, picturesOf, type StaffBrowser } from './staff-browser.ts'

const PARTS: readonly (readonly [string[], string[], string[]])[] = [
  [
    ['快递', '物流', '包裹'],
    ['等了好几天', '一直不更新', '送错地址'],
    ['签收的时候外箱破了', '派送太慢', '催了两次才发货'],
  ],
  [
    ['外卖', '米饭', '牛肉面'],
    ['味道偏咸', '送来已经凉了', '分量很足'],
    ['菜很新鲜', '下次少放辣椒', '米饭太硬'],
  ],
  [
    ['手机', '新机', '屏幕'],
    ['电池掉电快', '充电发烫', '打游戏卡顿'],
    ['升级系统以后死机', '耳机没声音', '屏幕有亮点'],
  ],
]
const said = (i: number) =>
  `${PARTS[i % 3]!.map((part, place) => part[Math.floor(i / 3 ** (place + 1)) % part.length]!).join('，')}，第${i}次`

const picture = picturesOf('themes')

describe('what many voices share', { skip: cannotBrowse }, () => {
  let world: World
  let staff: StaffBrowser
  let origin = ''
  let key = ''
  let manager: Page

  before(async () => {
    world = await openWorld({ live: true })
    key = await world.keyFor('owner')
    staff = await openStaffBrowser(world)
    ;({ origin } = staff)
    for (const [email, name, role] of [
      ['manager@example.com', '唐砚', 'manager'],
      ['analyst@example.com', '孟岚', 'analyst'],
    ] as const)
      await addPerson(world.db, { email, name, password: PASSWORD, role }, world.clock.now())
    await send(0, 40)
  })
  after(async () => {
    await staff?.close()
    await world?.close()
  })

  async function send(from: number, to: number): Promise<void> {
    const items = Array.from({ length: to - from }, (_, i) => ({
      channel: 'web',
      text: said(from + i),
      occurredAt: isoOf(plus(world.clock.now(), -((from + i) % 28) * DAY)),
      quiet: true,
    }))
    assert.equal((await world.call('POST', '/api/v1/feedback/batch', { key, body: { items } })).status, 200)
    await world.settle()
    await world.runJob('insights.recount-days')
  }
  const rows = (page: Page) => page.getByRole('list', { name: '主题' }).getByRole('button')

  it('says how many voices are missing, then looks by itself', async () => {
    manager = await staff.signIn('manager@example.com')
    await manager.getByRole('link', { name: '主题' }).click()
    await manager.getByText('还差60条反馈').waitFor()
    await accessible(manager, 'too few voices')
    await picture(manager, 'too-few')
    await send(40, 180)
    await world.runJob('insights.search-themes')
    await manager.reload()
    await rows(manager).first().waitFor()
    await manager.getByText('读了180条反馈').waitFor()
    await accessible(manager, 'the list of themes')
    await picture(manager, 'list')
  })

  it('opens a theme by keys, names it and takes the name back', async () => {
    await manager.keyboard.press('j')
    await manager.keyboard.press('Enter')
    const panel = manager.getByRole('complementary')
    await panel.getByRole('heading', { name: '有代表性的说法' }).waitFor()
    await panel.getByRole('heading', { name: '最新的反馈' }).waitFor()
    await accessible(manager, 'a theme')
    await picture(manager, 'theme')
    const title = await panel.getByRole('heading', { level: 2 }).innerText()
    await panel.getByLabel('主题的名字').fill('最烦的事')
    await panel.getByRole('button', { name: '改名', exact: true }).click()
    await panel.getByRole('heading', { level: 2, name: '最烦的事' }).waitFor()
    await manager.getByRole('button', { name: '撤销' }).click()
    await panel.getByRole('heading', { level: 2, name: title }).waitFor()
  })

  it('makes it an improvement with all its voices', async () => {
    const panel = manager.getByRole('complementary')
    await panel.getByRole('button', { name: '做成改进项' }).click()
    const { voices } = (await world.call<{ items: { voices: { n: number } }[] }>('GET', '/api/v1/themes', { key })).body.items[0]!
    await panel.getByText(`${voices.n} 条反馈`).waitFor()
    await panel.getByRole('button', { name: '新建' }).click()
    await manager.waitForURL(/improvements\/imp_/)
    await picture(manager, 'improvement')
    const { items } = (await world.call<{ items: { reach: { voices: number } }[] }>('GET', '/api/v1/improvements', { key })).body
    assert.equal(items[0]?.reach.voices, voices.n)
  })

  it('opens its voices in the explorer, which says what it is filtered by', async () => {
    await manager.goBack()
    await rows(manager).first().click()
    await manager.getByRole('link', { name: '查看全部反馈' }).click()
    await manager.waitForURL(/explorer\?theme=theme_/)
    await manager.getByRole('list', { name: '当前筛选' }).getByText('主题：').waitFor()
    await picture(manager, 'explorer')
  })

  it('shows an analyst the same, without what they may not change; and fits a phone', async () => {
    const analyst = await staff.signIn('analyst@example.com', { width: 390, height: 844 })
    await analyst.goto(`${origin}/app/themes`)
    await rows(analyst).first().waitFor()
    assert.equal(await analyst.getByRole('button', { name: '现在更新' }).count(), 0)
    const wide = await analyst.evaluate<number>('document.documentElement.scrollWidth - innerWidth')
    assert.ok(wide <= 0, `${wide} px too wide`)
    await rows(analyst).first().click()
    await analyst.getByRole('heading', { name: '有代表性的说法' }).waitFor()
    assert.equal(await analyst.getByLabel('主题的名字').count(), 0)
    await accessible(analyst, 'a theme on a phone')
    await picture(analyst, 'phone')
  })
})
