/**
 * A category taught by examples in a real browser: a new one with what customers said, answers on the newest voices without
 * a pointer, its use, and a voice picked in the explorer. `HX_PICTURES=DIR` keeps a picture of every step.
 */
import assert from 'node:assert/strict'
import { after, before, describe, it } from 'node:test'
import type { Page } from 'playwright-core'
import { addPerson } from '../../src/modules/accounts/index.ts'
import { SECOND } from '../../src/shared/time/instant.ts'
import { openWorld, type World } from '../world.ts'
import { accessible, cannotBrowse, openStaffBrowser, PASSWORD, picturesOf, type StaffBrowser } from './staff-browser.ts'

const LOCK = ['车锁打不开', '扫码之后车锁不弹开', '还车时车锁合不上', '智能车锁没反应', '车锁生锈卡住了', '车锁太紧掰不动']
const SAID = ['早上车锁又打不开了', '还车的时候车锁没反应', '座椅太低', '轮胎没气', '押金退得慢', '刹车很灵', '车筐太小']

const picture = picturesOf('examples')

describe('teaching a category by examples', { skip: cannotBrowse }, () => {
  let world: World
  let staff: StaffBrowser
  let page: Page
  let key = ''

  before(async () => {
    world = await openWorld({ live: true })
    key = await world.keyFor('owner')
    staff = await openStaffBrowser(world)
    const person = { email: 'manager@example.com', name: '唐砚', password: PASSWORD, role: 'manager' as const }
    await addPerson(world.db, person, world.clock.now())
    for (const text of SAID) await say(text)
    page = await staff.signIn('manager@example.com')
  })
  after(async () => {
    await staff?.close()
    await world?.close()
  })

  const say = async (text: string) => {
    const { body } = await world.call<{ id: string }>('POST', '/api/v1/feedback', { key, body: { channel: 'web', text } })
    await world.settle()
    return body.id
  }
  const learn = async () => {
    world.clock.advance(11 * SECOND)
    await world.runJob('understanding.fit-categories')
  }
  const row = (text: string) => page.getByRole('listitem').filter({ hasText: text }).first()

  it('begins with what customers said, one per line', async () => {
    await page.goto(`${staff.origin}/app/settings/taxonomy?category=new`)
    await page.getByRole('textbox', { name: '名称' }).fill('车锁')
    await page.getByRole('textbox', { name: /^例子/ }).fill(`- ${LOCK.join('\n- ')}\n\n${LOCK[0]}`)
    await page.locator('[data-panel]').getByRole('button', { name: '添加', exact: true }).click()
    await page.getByText('正在学').waitFor()
    await page.getByText(`例子 ${LOCK.length}`, { exact: true }).waitFor()
    await learn()
    await page.getByText('学好了，还没有用上。').waitFor()
    await picture(page, 'learned')
    await accessible(page, 'what was learned')
  })

  it('is answered by keys, and learned anew without moving what is being answered', async () => {
    await page.locator('[data-voice]').first().focus()
    await page.keyboard.press('y')
    await page.keyboard.press('n')
    await page.getByText('回答记下了').waitFor()
    await learn()
    await page.getByRole('button', { name: '看新的' }).waitFor()
    assert.equal(await page.locator('[aria-pressed="true"]').count(), 2)
    await page.getByRole('button', { name: '看新的' }).click()
    assert.equal(await page.locator('[aria-pressed="true"]').count(), 0)
    await picture(page, 'answered')
  })

  it('is used for new voices, and for old ones as far as people want', async () => {
    await page.getByRole('switch', { name: '以前的反馈也重新分析一遍' }).click({ force: true })
    await page.getByRole('button', { name: '开始使用' }).click()
    await page.getByText('正在用：').waitFor()
    await page.getByRole('button', { name: '停下' }).click()
    await page.getByText('停下了').waitFor()
    await page.getByRole('button', { name: '接着分析' }).click()
    await page.getByRole('button', { name: '停下' }).waitFor()
    await picture(page, 'in-use')
    const id = await say('骑得挺顺，就是车锁打不开')
    const { body } = await world.call<{ understanding: { categories: string[] } }>('GET', `/api/v1/feedback/${id}`, { key })
    assert.equal(body.understanding.categories.includes(new URL(page.url()).searchParams.get('learn') ?? ''), true)
  })

  it('takes a voice from the explorer, and lets an example go and come back', async () => {
    const id = await say('车把上的锁扣松了')
    await page.goto(`${staff.origin}/app/explorer?voice=${id}`)
    await page.getByRole('button', { name: '用作例子' }).click()
    await page.getByRole('combobox', { name: '哪个分类的' }).fill('车锁')
    await page.getByRole('option', { name: '车锁', exact: true }).click()
    await page.getByRole('button', { name: '用作例子' }).click()
    await page.getByRole('link', { name: '去看例子' }).click()
    const picked = row('车把上的锁扣松了')
    await picked.getByRole('button', { name: '去掉' }).click()
    await picked.waitFor({ state: 'detached' })
    await page.getByRole('button', { name: '撤销' }).click()
    await picked.waitFor()
    await picture(page, 'picked')
  })
})
