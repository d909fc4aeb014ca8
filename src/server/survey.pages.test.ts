/** The survey page as plain HTML: what a browser without script gets and sends. */
import assert from 'node:assert/strict'
import { after, before, beforeEach, describe, it } from 'node:test'
import type { z } from 'zod'
import { openWorld, type World } from '../../tests/world.ts'
import { DRILL_DOWN } from '../engine/value/drill-down.ts'
import type { Survey } from '../shared/contracts/surveys.ts'

type SurveyJson = z.input<typeof Survey>

let world: World
let key: string
const FORM = { 'content-type': 'application/x-www-form-urlencoded', accept: 'text/html' }

before(async () => {
  world = await openWorld()
  key = await world.keyFor('manager')
})
after(() => world.close())

async function published(template: string, change: (draft: SurveyJson['draft']) => object = () => ({})): Promise<SurveyJson> {
  const { body } = await world.call<SurveyJson>('POST', '/api/v1/surveys', { key, body: { template } })
  const draft = { ...body.draft, ...change(body.draft) }
  await world.call('PUT', `/api/v1/surveys/${body.id}`, { key, body: { changedAt: body.changedAt, draft } })
  return (await world.call<SurveyJson>('POST', `/api/v1/surveys/${body.id}/publication`, { key })).body
}
const show = (path: string, language = 'zh-CN') =>
  world.call('GET', path, { headers: { 'accept-language': language, accept: 'text/html' } })
const post = (slug: string, fields: Record<string, string>) =>
  world.call('POST', `/s/${slug}/responses`, { headers: FORM, body: new URLSearchParams(fields).toString() })
const hidden = (html: string, name: string) => new RegExp(`name="${name}" value="([^"]*)"`).exec(html)?.[1] ?? ''

describe('the page of a survey', () => {
  it('asks everything in one form, with a fresh submission each time', async () => {
    const { slug } = await published('csat-service')
    const [one, two] = [await show(`/s/${slug}`), await show(`/s/${slug}`)]
    assert.equal(one.status, 200)
    assert.match(one.text, /<html lang="zh-CN">/)
    assert.equal(one.text.match(/<fieldset/g)?.length, 3)
    assert.match(one.text, /<textarea[^>]*name="q\.said"/)
    assert.match(hidden(one.text, 'submission'), /^[\w-]{20,}$/)
    assert.notEqual(hidden(one.text, 'submission'), hidden(two.text, 'submission'))
    assert.equal(one.headers.get('cache-control'), 'no-store')
  })

  const languages = [
    { header: 'zh-TW,zh;q=0.9', query: '', lang: 'zh-TW', says: '你對這次服務滿意嗎？' },
    { header: 'en-GB', query: '', lang: 'en', says: 'How satisfied are you with this service?' },
    { header: 'fr-FR', query: '', lang: 'zh-CN', says: '你对这次服务满意吗？' },
    { header: 'en', query: '?lang=zh-CN', lang: 'zh-CN', says: '你对这次服务满意吗？' },
  ]
  for (const { header, query, lang, says } of languages) {
    it(`speaks ${lang} for ${header}${query}`, async () => {
      const { slug } = await published('csat-service')
      const { text } = await show(`/s/${slug}${query}`, header)
      assert.match(text, new RegExp(`<html lang="${lang}">`))
      assert.ok(text.includes(says))
    })
  }

  it('is written from what people typed without running any of it', async () => {
    const hostile = `</title><script>alert(1)</script>"'><img src=x onerror=alert(1)>`
    const survey = await published('nps', (draft) => ({
      title: { 'zh-CN': hostile.slice(0, 100) },
      purpose: { 'zh-CN': hostile },
      thanks: { 'zh-CN': hostile },
      locales: ['zh-CN'],
      questions: [
        { ...draft.questions[0], label: { 'zh-CN': hostile }, help: { 'zh-CN': hostile } },
        {
          kind: 'single',
          key: 'pick',
          label: { 'zh-CN': hostile },
          help: {},
          required: false,
          other: true,
          options: [
            { key: 'a', label: { 'zh-CN': hostile } },
            { key: 'b', label: { 'zh-CN': 'b' } },
          ],
        },
        { ...draft.questions[1], label: { 'zh-CN': hostile }, example: { 'zh-CN': hostile } },
      ],
    }))
    const page = await show(`/s/${survey.slug}?product=${encodeURIComponent(hostile)}`)
    const back = await post(survey.slug, {
      lang: 'zh-CN',
      'q.recommend': '99',
      'q.reason': hostile,
      'q.pick': 'other',
      'o.pick': hostile,
      product: hostile,
      contact: hostile,
    })
    assert.equal(back.status, 422)
    const sent = await post(survey.slug, { submission: 'hostile-but-fine', lang: 'zh-CN', 'q.recommend': '0', 'q.reason': hostile })
    const thanks = await show(sent.headers.get('location') ?? '')
    const poster = await world.call('GET', `/api/v1/surveys/${survey.id}/poster`, { key })
    for (const { text } of [page, back, thanks, poster]) {
      assert.ok(text.includes('&lt;script&gt;'))
      assert.doesNotMatch(text, /<script>|<img src=x/)
    }
  })

  it('lets a score in the link answer the first scale', async () => {
    const { slug } = await published('nps')
    const { text } = await show(`/s/${slug}?score=9&product=V8`)
    assert.match(text, /name="q\.recommend" value="9" checked/)
    assert.equal(hidden(text, 'product'), 'V8')
    assert.doesNotMatch((await show(`/s/${slug}?score=99`)).text, /type="radio"[^>]* checked/)
  })
})

describe('sending without script', () => {
  it('leads to a thank-you with the code, and sending again leads to the same', async () => {
    const { slug } = await published('csat-service')
    const { text } = await show(`/s/${slug}?order=A-1001`)
    const fields = {
      submission: hidden(text, 'submission'),
      version: hidden(text, 'version'),
      shown: hidden(text, 'shown'),
      lang: 'zh-CN',
      order: hidden(text, 'order'),
      'q.satisfied': '4',
      'q.solved': 'yes',
      'q.said': '师傅很耐心',
      contact: '',
      website: '',
    }
    const first = await post(slug, fields)
    assert.equal(first.status, 303)
    const again = await post(slug, fields)
    assert.equal(again.headers.get('location'), first.headers.get('location'))
    const thanks = await show(first.headers.get('location') ?? '')
    const code = /<p class="code">([A-Z0-9-]{14})<\/p>/.exec(thanks.text)?.[1]
    assert.ok(code)
    assert.ok(thanks.text.includes(`href="/track/${code}"`))
    assert.ok(thanks.text.includes('我们会照着改。'))
    const { rows } = await world.database.owner.query(`SELECT text, facts FROM feedback WHERE query_code = $1`, [code])
    assert.equal(rows[0].text, '师傅很耐心')
    assert.deepEqual([rows[0].facts.order, rows[0].facts.suspect], ['A-1001', ['fast']])
  })

  it('shows what does not fit, each at its question, with everything still filled in', async () => {
    const { slug } = await published('csat-service')
    const { status, text } = await post(slug, {
      submission: 'to-be-mended',
      lang: 'zh-CN',
      'q.satisfied': '3',
      'q.better': 'other',
      'q.said': '等太久 <b>',
      contact: '小林',
    })
    assert.equal(status, 422)
    assert.match(text, /<div class="problems" role="alert" id="problems"><h2>还有3处要看一下<\/h2>/)
    for (const at of ['solved', 'better', 'contact']) assert.match(text, new RegExp(`<a href="#q-${at}">`))
    assert.match(text, /<fieldset aria-describedby="e-solved">/)
    assert.match(text, /name="q\.satisfied" value="3" checked/)
    assert.ok(text.includes('等太久 &lt;b&gt;'))
    assert.match(text, /id="contact"[^>]*value="小林"[^>]*aria-describedby="h-contact e-contact" aria-invalid="true"/)
    assert.equal(hidden(text, 'submission'), 'to-be-mended')
  })

  it('keeps what a machine filled in, and says that it looked like one', async () => {
    const { slug } = await published('nps')
    await post(slug, { submission: 'filled-the-trap', lang: 'en', 'q.recommend': '10', website: 'http://spam.example' })
    const { rows } = await world.database.owner.query(`SELECT facts FROM feedback WHERE url LIKE '%/' || $1`, [slug])
    assert.deepEqual(rows[0].facts.suspect, ['honeypot'])
  })

  it('refuses an empty form in words', async () => {
    const { slug } = await published('csat-service', (draft) => ({
      questions: draft.questions.map((question) => ({ ...question, required: false })),
    }))
    const { status, text } = await post(slug, { lang: 'zh-CN' })
    assert.equal(status, 422)
    assert.ok(text.includes('还没有回答任何一题'))
  })
})

describe('what else a respondent may meet', () => {
  it('an address that does not exist', async () => {
    for (const path of ['/s/nowhere-at-all', '/s/%3Cscript%3E']) {
      const { status, text } = await show(path)
      assert.equal(status, 404)
      assert.ok(text.includes('没有找到这份问卷'))
    }
  })

  it('any other address, as a page for people and as data for programs', async () => {
    for (const path of ['/nowhere', '/p/nobody', '/app/assets/nothing.js']) {
      const { status, text, headers } = await show(path)
      assert.equal(status, 404)
      assert.match(text, /<h1>这个页面不存在<\/h1>/)
      assert.match(headers.get('content-security-policy') ?? '', /script-src 'self'/)
      const { body } = await world.call<{ status: number }>('GET', path)
      assert.equal(body.status, 404)
    }
    const { headers } = await show('/api/v1/nothing')
    assert.equal(headers.get('content-type'), 'application/problem+json')
  })

  it('a survey that was never published', async () => {
    const { body } = await world.call<SurveyJson>('POST', '/api/v1/surveys', { key, body: { template: 'nps' } })
    assert.equal((await show(`/s/${body.slug}`)).status, 404)
  })

  it('its end', async () => {
    const { slug, id } = await published('nps')
    await world.call('PUT', `/api/v1/surveys/${id}/closure`, { key })
    const { status, text } = await show(`/s/${slug}`)
    assert.equal(status, 410)
    assert.ok(text.includes('这份问卷已经结束'))
    const late = await post(slug, { lang: 'zh-CN', 'q.recommend': '3' })
    assert.equal(late.status, 409)
    assert.ok(late.text.includes('这份问卷已经结束'))
  })

  it('a limit, told as a page with when to try again', async () => {
    const { slug } = await published('nps')
    let last = await post(slug, {})
    // Counted by the minute: twice as many are sent as one minute takes, should the next one begin meanwhile.
    for (let n = 0; n < 122 && last.status !== 429; n++) last = await post(slug, {})
    assert.equal(last.status, 429)
    assert.ok(Number(last.headers.get('retry-after')) > 0)
    assert.match(last.text, /<h1>没有提交成功<\/h1>/)
    await world.database.owner.query('DELETE FROM call_counts')
  })

  it('an address where nothing is: a page for people, a problem for programs', async () => {
    const { status, text } = await show('/nothing/here', 'en')
    assert.equal(status, 404)
    assert.match(text, /<h1>There is no such page<\/h1>/)
    assert.match((await show('/api/nothing')).text, /"code":"route.unknown"/)
    assert.match((await world.call('GET', '/nothing/here')).text, /"code":"route.unknown"/)
  })

  it('its script, in words of the respondent', async () => {
    const { slug, id } = await published('nps')
    await world.call('PUT', `/api/v1/surveys/${id}/closure`, { key })
    const late = await world.call<{ code: string; detail: string }>('POST', `/s/${slug}/responses`, {
      headers: { ...FORM, accept: 'application/json', 'accept-language': 'en' },
      body: new URLSearchParams({ 'q.recommend': '3' }).toString(),
    })
    assert.deepEqual([late.status, late.body.code], [409, 'survey.closed'])
    assert.equal(late.body.detail, 'This survey has ended. Nothing was sent.')
  })

  it('a poster with the link as a code', async () => {
    const { id, slug } = await published('store')
    const { status, text } = await world.call('GET', `/api/v1/surveys/${id}/poster`, { key })
    assert.equal(status, 200)
    assert.match(text, /<svg[^>]*viewBox/)
    assert.ok(text.includes(`localhost:7300/s/${slug}`))
    const picture = await world.call('GET', `/api/v1/surveys/${id}/qr.svg`, { key })
    assert.equal(picture.headers.get('content-type'), 'image/svg+xml')
    const ofBranch = await world.call('GET', `/api/v1/surveys/${id}/qr.svg?branch=徐汇店`, { key })
    assert.notEqual(ofBranch.text, picture.text)
  })

  it('a link that says what it is about, which stays with the response', async () => {
    const { id, slug } = await published('nps')
    await post(slug, { lang: 'zh-CN', 'q.recommend': '3', branch: '徐汇店' })
    const responses = async (search: string) =>
      (await world.call<{ items: { facts: object }[] }>('GET', `/api/v1/surveys/${id}/responses?${search}`, { key })).body.items
    assert.deepEqual(
      (await responses('')).map(({ facts }) => facts),
      [{ branch: '徐汇店' }],
    )
    assert.deepEqual(await responses('to=2020-01-01T00:00:00Z'), [])
    const file = await world.call('GET', `/api/v1/surveys/${id}/responses.csv`, { key })
    assert.match(file.text, /,徐汇店,3,/)
    const none = await world.call('GET', `/api/v1/surveys/${id}/responses.csv?to=2020-01-01T00:00:00Z`, { key })
    assert.equal(none.text.trim().split('\n').length, 1)
  })

  it('in the builder, a preview of a draft that is not fit to publish', async () => {
    const { body: survey } = await world.call<SurveyJson>('POST', '/api/v1/surveys', { key, body: { template: 'blank' } })
    const { status, body } = await world.call<{ html: string }>('POST', '/api/v1/surveys/preview', {
      key,
      body: { definition: survey.draft, locale: 'zh-CN' },
    })
    assert.equal(status, 200)
    assert.match(body.html, /data-preview/)
  })
})

describe('one more question', () => {
  const FOLLOWED = (draft: SurveyJson['draft']) => ({
    questions: draft.questions.map((question) => (question.key === 'said' ? { ...question, followUp: true } : question)),
  })
  type Ask = { ask: { key: string; text: string } | null }
  before(() => world.settle())
  /** The newest feedback; each is sent at a moment of its own. */
  const newest = async () => {
    const { body } = await world.call<{ items: { text: string }[] }>('GET', '/api/v1/feedback?limit=1', { key })
    world.clock.advance(1_000)
    return body.items[0]?.text
  }
  beforeEach(() => world.clock.advance(1_000))
  const ask = (slug: string, body: object) => world.call<Ask>('POST', `/s/${slug}/follow-up`, { body })

  it('is asked of a vague answer, in the words of the survey’s language and of the workspace, where the survey wants it', async () => {
    const [asking, silent] = [await published('csat-service', FOLLOWED), await published('csat-service')]
    const vague = { question: 'said', text: '客服态度差' }
    const { status, body } = await ask(asking.slug, { ...vague, locale: 'zh-CN' })
    assert.equal(status, 200)
    assert.deepEqual(body.ask, { key: 'attitude', text: DRILL_DOWN.attitude?.['zh-CN'].replaceAll('您', '你') })
    assert.equal((await ask(asking.slug, { ...vague, locale: 'en' })).body.ask?.text, DRILL_DOWN.attitude?.en)
    const nothing = [
      { slug: asking.slug, body: { question: 'said', text: '等了四十分钟没人上菜' } },
      { slug: asking.slug, body: { question: 'said', text: '好'.repeat(4_000) } },
      { slug: asking.slug, body: { question: 'nowhere', text: '服务不好' } },
      { slug: silent.slug, body: vague },
    ]
    for (const { slug, body: asked } of nothing) assert.equal((await ask(slug, asked)).body.ask, null, JSON.stringify(asked).slice(0, 60))
    assert.equal((await ask(asking.slug, { question: 'said' })).status, 422)
    assert.equal((await ask('no-such-survey', vague)).status, 404)
  })

  it('becomes one feedback with the answer, without our words in it, and stands beside it as it was asked', async () => {
    const { id, slug } = await published('csat-service', FOLLOWED)
    const page = await show(`/s/${slug}`)
    assert.match(page.text, /data-key="said"[^>]*data-follow="1"/)
    const sent = await post(slug, {
      submission: hidden(page.text, 'submission'),
      'q.satisfied': '2',
      'q.solved': 'no',
      'q.said': '客服态度差',
      'a.said': 'attitude',
      'f.said': '前台小张一直看手机，没有理我',
    })
    assert.equal(sent.status, 303)
    assert.equal(await newest(), '客服态度差\n前台小张一直看手机，没有理我')
    const { body: responses } = await world.call<{ items: { answers: object[] }[] }>('GET', `/api/v1/surveys/${id}/responses`, { key })
    assert.deepEqual(
      responses.items[0]?.answers.filter((answer) => 'question' in answer && answer.question === 'said'),
      [
        { question: 'said', kind: 'long-text', number: null, option: null, text: '客服态度差' },
        { question: 'said', kind: 'long-text', number: null, option: 'attitude', text: '前台小张一直看手机，没有理我' },
      ],
    )
    const { body: results } = await world.call<{ questions: { key: string; n: number; texts: { text: string }[] }[] }>(
      'GET',
      `/api/v1/surveys/${id}/results`,
      { key },
    )
    const said = results.questions.find((question) => question.key === 'said')
    assert.deepEqual([said?.n, said?.texts.map(({ text }) => text)], [1, ['客服态度差\n前台小张一直看手机，没有理我']])
    const { text: file } = await world.call('GET', `/api/v1/surveys/${id}/responses.csv`, { key })
    assert.ok(file.includes('"客服态度差\n前台小张一直看手机，没有理我"'))
  })

  it('is not kept where the survey does not ask it, or nothing was said to it', async () => {
    const [asking, silent] = [await published('csat-service', FOLLOWED), await published('csat-service')]
    for (const [slug, more] of [
      [silent.slug, '前台小张'],
      [asking.slug, '  '],
    ] as const) {
      await post(slug, { 'q.satisfied': '2', 'q.solved': 'no', 'q.said': '态度差', 'a.said': 'attitude', 'f.said': more })
      assert.equal(await newest(), '态度差')
    }
    const sent = await world.call('POST', `/s/${asking.slug}/responses`, {
      body: { answers: { satisfied: 2, solved: 'no', said: { text: '态度差', followUp: { asked: 'attitude', text: '一直看手机' } } } },
    })
    assert.equal(sent.status, 201, sent.text)
    assert.equal(await newest(), '态度差\n一直看手机')
  })
})
