/**
 * What the engine is unsure of, judged by people in a real browser: twenty voices without a pointer, a line that is lost
 * in between, what is learned from it, and the way back. `HX_PICTURES=DIR` keeps a picture of every step.
 */
import assert from 'node:assert/strict'
import { after, before, describe, it } from 'node:test'
import { setTimeout as sleep } from 'node:timers/promises'
import type { Page } from 'playwright-core'
import { addPerson } from '../../src/modules/accounts/index.ts'
import { openWorld, type World } from '../world.ts'
import { accessible, cannotBrowse, openStaffBrowser, PASSWORD, picturesOf, type StaffBrowser } from './staff-browser.ts'

/** Notes of a depot that the engine takes for complaints, and is not sure of. */
const note = (i: number) => `批 ${100 + i * 7} 差 ${i % 5} 件，已补`
const NOTES = 40

type State = { twoReviewers: boolean; waiting: number; second: number; differs: number; today: { mine: number; all: number } }

const picture = picturesOf('review')

describe('judging what the engine is unsure of', { skip: cannotBrowse }, () => {
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
      ['agent@example.com', '何静雯', 'agent'],
      ['analyst@example.com', '孟岚', 'analyst'],
    ] as const) {
      await addPerson(world.db, { email, name, password: PASSWORD, role }, world.clock.now())
    }
    for (let i = 0; i < NOTES; i++) {
      await world.call('POST', '/api/v1/feedback', { key, body: { channel: 'web', text: note(i) } })
    }
    await world.settle()
  })
  after(async () => {
    await staff?.close()
    await world?.close()
  })

  const voice = (page: Page) => page.getByRole('article', { name: '要判断的反馈' })
  /** Presses keys until another voice stands there. */
  const judge = async (page: Page, ...keys: string[]) => {
    const before = await voice(page).locator('p').nth(1).innerText()
    for (const each of keys) await page.keyboard.press(each)
    await page.waitForFunction(`!document.querySelector('article')?.textContent?.includes(${JSON.stringify(before)})`)
  }
  const state = async () => (await world.call<State>('GET', '/api/v1/review/state', { key })).body
  /** The counts once the last of what was said has arrived. */
  const judged = async (all: number) => {
    for (let tried = 0; tried < 40 && (await state()).today.all !== all; tried++) await sleep(50)
    assert.equal((await state()).today.all, all)
  }
  const learning = async () =>
    (
      await world.call<{ live: number; judgements: { all: number }; versions: { number: number; live: boolean }[] }>(
        'GET',
        '/api/v1/learning',
        { key },
      )
    ).body

  it('shows the first voice, what it is unsure of first, and the keys of everything', async () => {
    manager = await staff.signIn('manager@example.com')
    await manager.getByRole('link', { name: '复核' }).click()
    await voice(manager).getByText('已补').waitFor()
    await accessible(manager, 'the review page')
    await picture(manager, 'review')
    await manager.keyboard.press('?')
    for (const does of ['判断情感', '判断意图', '查找其他分类', '确认，看下一条', '撤回上一条判断']) {
      await manager.getByRole('dialog').getByText(does).waitFor()
    }
    await manager.keyboard.press('Escape')
    await manager.getByRole('dialog').waitFor({ state: 'hidden' })
    await manager.keyboard.press('i')
    await manager.getByText('说哪里不好、哪里不对').waitFor()
    await accessible(manager, 'with definitions')
    await picture(manager, 'definitions')
    await manager.keyboard.press('i')
  })

  it('takes what is said by keys alone: labels and Enter, skip and return, one taken back', async () => {
    await judge(manager, '2', 'y', '0', 'Enter')
    await judge(manager, 'j')
    await judge(manager, 'k')
    await judge(manager, '2', 'y', 'Enter')
    await manager.getByText('今天判断了 2 条').waitFor()
    await judge(manager, 'Backspace')
    await manager.getByRole('button', { name: '其他' }).and(manager.locator('[aria-pressed=true]')).waitFor()
    await judge(manager, 'Enter')
    for (let n = 2; n < 19; n++) await judge(manager, '2', 'y', 'Enter')
    await manager.getByText('今天判断了 19 条').waitFor()
    await judged(19)
    await picture(manager, 'nineteen')
  })

  it('finds a category by typing, and Enter on a chosen label still goes on', async () => {
    await manager.keyboard.press('/')
    await manager.keyboard.type('物流')
    await manager.keyboard.press('Enter')
    await manager.getByRole('button', { name: '中性' }).focus()
    await manager.keyboard.press('Space')
    await judge(manager, 'Enter')
    await manager.getByText('今天判断了 20 条').waitFor()
  })

  it('loses nothing when the line is lost: what was said is kept, shown and sent when it is back', async () => {
    await manager.context().setOffline(true)
    await judge(manager, '2', 'y', 'Enter')
    await manager.getByRole('alert').getByText('1 条判断还没发出去').waitFor()
    await judged(20)
    await picture(manager, 'unsent')
    const taken = manager.waitForResponse((response) => /review\/fb_/.test(response.url()) && response.status() === 200)
    await manager.context().setOffline(false)
    await taken
    await manager.getByText('1 条判断还没发出去').waitFor({ state: 'hidden' })
    await judged(21)
  })

  it('judges one field alone: a key for a label, and Enter after categories', async () => {
    const { body } = await world.call<{ items: { field: 'sentiment' | 'intent' | 'categories' }[] }>('GET', '/api/v1/review', { key })
    const field = body.items[0]?.field ?? 'categories'
    const keys = { sentiment: ['2'], intent: ['y'], categories: ['0', 'Enter'] }[field]
    await manager.goto(`${origin}/app/review?field=${field}`)
    await voice(manager).getByText('已补').waitFor()
    await judge(manager, ...keys)
    await judge(manager, 'z')
    await judge(manager, ...keys)
    await manager.getByText('今天判断了 22 条').waitFor()
  })

  it('learns, says how right it is, and goes back and forth between versions', async () => {
    await world.runJob('understanding.learn')
    await manager.goto(`${origin}/app/settings/learning`)
    await manager.getByRole('heading', { name: '第 1 版' }).waitFor()
    await manager.getByRole('columnheader', { name: /精确率/ }).waitFor()
    await manager.getByText('样本还少').first().waitFor()
    await manager
      .getByText(/再抽查 \d+ 条/)
      .first()
      .waitFor()
    await manager.getByRole('radiogroup', { name: '在哪些反馈上' }).getByText('拿不准的').click()
    assert.equal((await learning()).live, 1)
    await accessible(manager, 'the learning page')
    await picture(manager, 'learning')
    await manager.getByRole('button', { name: '改回出厂版本' }).click()
    await manager.getByText('现在用出厂版本').waitFor()
    assert.equal((await learning()).live, 0)
    await manager.getByRole('button', { name: '撤销' }).click()
    await manager.getByText('已撤销').waitFor()
    assert.equal((await learning()).live, 1)
  })

  it('keeps many own words that are pasted, and takes one away again', async () => {
    await manager.getByLabel('添加词').fill('云朵洗衣机\n极光 Pro 2，小满净水器')
    await manager.getByRole('button', { name: '添加 3 个词' }).click()
    await manager.getByRole('list', { name: '词典' }).getByText('极光 Pro 2').waitFor()
    await manager.getByRole('button', { name: '移除“小满净水器”' }).click()
    await manager.getByText('共 2 个').waitFor()
    const { body } = await world.call<{ words: string[] }>('GET', '/api/v1/settings/dictionary', { key })
    assert.deepEqual(body.words, ['云朵洗衣机', '极光 Pro 2'])
  })

  it('has two people judge on a phone, and shows both where they differ to the one who decides', async () => {
    await manager.getByRole('switch', { name: '双人复核' }).click()
    await manager.getByText('已打开双人复核').waitFor()
    const said: string[] = []
    for (const [email, intent] of [
      ['agent@example.com', '投诉'],
      ['analyst@example.com', '建议'],
    ] as const) {
      const phone = await staff.signIn(email, { width: 390, height: 844 })
      await phone.goto(`${origin}/app/review`)
      await voice(phone).getByText('已补').waitFor()
      const small = await phone
        .locator('main button:visible')
        .evaluateAll((buttons) =>
          buttons
            .filter((button) => button.getBoundingClientRect().height < 44 || button.getBoundingClientRect().width < 44)
            .map((button) => button.outerHTML),
        )
      assert.deepEqual(small, [])
      said.push(await voice(phone).locator('p').nth(1).innerText())
      await picture(phone, email.split('@')[0] ?? '')
      const taken = phone.waitForResponse((response) => /review\/fb_/.test(response.url()) && response.status() === 200)
      await phone.getByRole('button', { name: new RegExp(`^${intent}`) }).click()
      await phone.getByRole('button', { name: /就这样判断|和系统一样/ }).click()
      await taken
      await phone.context().close()
    }
    assert.equal((await state()).differs, 1, said.join(' | '))
    await manager.goto(`${origin}/app/review?state=differs`)
    const two = manager.getByRole('region', { name: '两个人的判断' })
    await two.getByText('投诉').waitFor()
    await two.getByText('建议').waitFor()
    await accessible(manager, 'two who differ')
    await picture(manager, 'differs')
    const decided = manager.waitForResponse((response) => /review\/fb_/.test(response.url()) && response.status() === 200)
    await manager.keyboard.press('9')
    await manager.keyboard.press('Enter')
    await decided
    assert.equal((await state()).differs, 0)
  })

  it('splits a category: names the parts, moves voices by number keys, and its history tells it', async () => {
    type Category = { id: string; parent: string | null; mergedInto: string | null; names: Record<string, string> }
    const tree = async () => (await world.call<{ items: Category[] }>('GET', '/api/v1/categories', { key })).body.items
    const whole = (await tree()).find(({ names }) => names['zh-CN'] === '整体')
    await manager.goto(`${origin}/app/settings/taxonomy?category=${whole?.id}`)
    await manager.getByRole('button', { name: '拆分' }).click()
    await manager.getByLabel('第 1 个的名称').fill('少件')
    await manager.getByLabel('第 2 个的名称').fill('补件')
    await manager.getByRole('button', { name: '看看反馈怎么分' }).click()
    const voices = manager.getByRole('list', { name: '哪些反馈归到哪边' })
    await voices.getByText('已补').first().waitFor()
    await accessible(manager, 'splitting a category')
    await manager.getByRole('heading', { name: '哪些反馈归到哪边' }).click()
    for (const press of ['1', '2', 'j', '1', '0']) await manager.keyboard.press(press)
    await picture(manager, 'split')
    await manager.getByRole('button', { name: '拆分，并归好 3 条' }).click()
    await manager.getByText('已拆成 2 个，归好了 3 条反馈').waitFor()
    await manager.getByText('唐砚把它拆成了少件和补件').waitFor()
    const parts = (await tree()).filter(({ parent }) => parent === whole?.id).map(({ names }) => names['zh-CN'])
    assert.deepEqual(parts, ['少件', '补件'])
    await manager.getByRole('button', { name: '撤销这次拆分' }).click()
    await manager.getByText('唐砚撤销了拆分，少件和补件又归到这里').waitFor()
    await picture(manager, 'split-undone')
    assert.ok((await tree()).filter(({ parent }) => parent === whole?.id).every(({ mergedInto }) => mergedInto === whole?.id))
    await manager.getByRole('button', { name: '撤销这次拆分' }).waitFor({ state: 'hidden' })
  })

  it('says why nothing is proposed where one part alone would be', async () => {
    await manager.goto(`${origin}/app/settings/taxonomy`)
    const tree = await world.call<{ items: { id: string; names: Record<string, string> }[] }>('GET', '/api/v1/categories', { key })
    const few = tree.body.items.find(({ names }) => names['zh-CN'] === '包装')
    await manager.goto(`${origin}/app/settings/taxonomy?split=${few?.id}`)
    await manager.getByRole('button', { name: '请系统提议' }).click()
    await manager.getByText('这里的反馈太少，提不出怎么拆').waitFor()
  })
})
