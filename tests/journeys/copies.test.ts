/**
 * Which words tell voices apart, and which voices say the same, in a real browser: from a word to the voices that say it,
 * from one voice to its copies, from these to who passed them on, and out of every list again.
 */
import assert from 'node:assert/strict'
import { after, before, describe, it } from 'node:test'
import type { Page } from 'playwright-core'
import { addPerson } from '../../src/modules/accounts/index.ts'
import { HOUR, isoOf, plus } from '../../src/shared/time/instant.ts'
import { openWorld, type World } from '../world.ts'
import { accessible, cannotBrowse, openStaffBrowser, PASSWORD, picturesOf, type StaffBrowser } from './staff-browser.ts'

const POST = '这家店的净水器用了三个月就漏水，客服一直推脱不处理，大家千万不要买，谁买谁后悔'
const picture = picturesOf('copies')

describe('words and copies', { skip: cannotBrowse }, () => {
  let world: World
  let staff: StaffBrowser
  let manager: Page

  before(async () => {
    world = await openWorld({ live: true })
    staff = await openStaffBrowser(world)
    const person = { email: 'manager@example.com', name: '唐砚', password: PASSWORD, role: 'manager' } as const
    await addPerson(world.db, person, world.clock.now())
    const said = (text: string, n: number, who: string) =>
      Array.from({ length: n }, (_, i) => ({
        channel: 'review',
        text: i % 2 ? text : `${text}。`,
        occurredAt: isoOf(plus(world.clock.now(), -(i + 1) * HOUR)),
        customer: { externalId: `${who}-${i}`, name: `${who}${i}` },
        quiet: true,
      }))
    const items = [
      ...said('物流很慢，太差了', 30, '甲'),
      ...said('味道不错，非常满意', 40, '乙'),
      ...said('安装方便，师傅很耐心', 40, '丙'),
      ...said(POST, 6, '丁'),
    ]
    const key = await world.keyFor('owner')
    assert.equal((await world.call('POST', '/api/v1/feedback/batch', { key, body: { items } })).status, 200)
    await world.settle()
    manager = await staff.signIn('manager@example.com')
  })
  after(async () => {
    await staff?.close()
    await world?.close()
  })
  const rows = (name: string) => manager.getByRole('list', { name, exact: true }).getByRole('button')
  const chips = () => manager.getByRole('list', { name: '当前筛选' })
  const panel = () => manager.getByRole('complementary')
  const fits = async (where: string) => {
    const wide = await manager.evaluate<number>('document.documentElement.scrollWidth - innerWidth')
    assert.ok(wide <= 0, `${where}: ${wide} px too wide`)
  }

  it('show which words tell the chosen voices from others, and each leads to its voices', async () => {
    await manager.goto(`${staff.origin}/app/explorer?sentiment=negative`)
    await manager.getByRole('button', { name: '用词' }).click()
    const words = manager.getByRole('heading', { name: '这些反馈里更多' }).locator('..')
    await words.getByRole('button', { name: '物流慢' }).waitFor()
    await accessible(manager, 'words')
    await picture(manager, 'words')
    await words.getByRole('button', { name: '物流慢' }).click()
    await chips().getByText('含“物流 慢”').waitFor()
    await rows('反馈').nth(29).waitFor()
    assert.equal(await rows('反馈').count(), 30)
  })

  it('show the copies of a voice and say that many passed it on', async () => {
    await manager.goto(`${staff.origin}/app/explorer?q=${encodeURIComponent('净水器')}`)
    await rows('反馈').first().click()
    await panel().getByText('6 位客户').waitFor()
    await panel().getByText('内容几乎相同的反馈').waitFor()
    await accessible(manager, 'a voice with copies')
    await picture(manager, 'voice')
    await panel().getByRole('link', { name: '查看协同内容' }).click()
    await rows('协同内容').first().waitFor()
    await accessible(manager, 'coordinated posts')
    await picture(manager, 'posts')
  })

  it('give the evidence, lead to the voices, and leave them out of a list', async () => {
    await manager.keyboard.press('j')
    await manager.keyboard.press('Enter')
    await panel().getByText('6条', { exact: true }).waitFor()
    await accessible(manager, 'a coordinated post')
    await picture(manager, 'post')
    await panel().getByRole('link', { name: '查看这些反馈' }).click()
    await chips().getByText('同一段协同内容').waitFor()
    await rows('反馈').nth(5).waitFor()
    assert.equal(await rows('反馈').count(), 6)
    await manager.goto(`${staff.origin}/app/explorer?q=${encodeURIComponent('净水器')}`)
    await rows('反馈').first().waitFor()
    await manager.getByRole('button', { name: '不计协同内容' }).click()
    await manager.getByText('没有符合条件的反馈').waitFor()
  })

  it('are dismissed by a person, who can take it back, on a phone as well', async () => {
    await manager.setViewportSize({ width: 390, height: 844 })
    await manager.goto(`${staff.origin}/app/coordinated`)
    await rows('协同内容').first().waitFor()
    await fits('the list on a phone')
    await rows('协同内容').first().click()
    await panel().getByRole('button', { name: '不是协同' }).click()
    await manager.getByText('没有发现许多人发同样的话').waitFor()
    await manager.getByRole('button', { name: '撤销' }).click()
    await rows('协同内容').first().waitFor()
    await accessible(manager, 'coordinated posts on a phone')
    await picture(manager, 'phone')
  })
})
