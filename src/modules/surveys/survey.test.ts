/** The life of a survey on the real database: made, mended, published, answered, counted, closed. */
import assert from 'node:assert/strict'
import { after, before, beforeEach, describe, it } from 'node:test'
import type { z } from 'zod'
import { openWorld, type World } from '../../../tests/world.ts'
import type { FeedbackView } from '../../shared/contracts/feedback.ts'
import type { ResponsePage, Results, Survey } from '../../shared/contracts/surveys.ts'
import { HOUR, isoOf } from '../../shared/time/instant.ts'

type SurveyJson = z.input<typeof Survey>
type Problem = { code: string; errors?: { path: string; message: string }[] }
type Taken = { id: string; feedback: string; queryCode: string; thanks: string }

let world: World
let key: string

before(async () => {
  world = await openWorld()
  key = await world.keyFor('manager')
})
after(() => world.close())
/** All answers here come from one address, which may send 60 a minute. */
beforeEach(() => world.database.owner.query('DELETE FROM call_counts'))

const make = async (template = 'csat-service') =>
  (await world.call<SurveyJson>('POST', '/api/v1/surveys', { key, body: { template } })).body
const published = async (template?: string) => {
  const { id } = await make(template)
  return (await world.call<SurveyJson>('POST', `/api/v1/surveys/${id}/publication`, { key })).body
}
const answer = (slug: string, body: object) => world.call<Taken & Problem>('POST', `/s/${slug}/responses`, { body })
const save = (survey: SurveyJson, draft: object) =>
  world.call<SurveyJson & Problem>('PUT', `/api/v1/surveys/${survey.id}`, {
    key,
    body: { changedAt: survey.changedAt, draft: { ...survey.draft, ...draft } },
  })
const count = async (table: string, surveyId: string) => {
  const { rows } = await world.database.owner.query(
    table === 'responses'
      ? `SELECT count(*)::int AS n FROM responses r JOIN surveys s ON s.id = r.survey_id WHERE s.slug = $1`
      : `SELECT count(*)::int AS n FROM feedback WHERE channel = 'survey' AND url LIKE '%/s/' || $1`,
    [surveyId],
  )
  return rows[0].n
}

describe('making a survey', () => {
  it('begins with a template in all its languages', async () => {
    const survey = await make()
    assert.equal(survey.state, 'draft')
    assert.deepEqual(survey.draft.locales, ['zh-CN', 'zh-TW', 'en'])
    assert.equal(survey.title, '这次服务怎么样')
  })

  it('refuses the save of one who has not seen the last change', async () => {
    const survey = await make()
    const first = await save(survey, { thanks: { 'zh-CN': '一' } })
    assert.equal(first.status, 200)
    const second = await save(survey, { thanks: { 'zh-CN': '二' } })
    assert.equal(second.status, 409)
    assert.equal(second.body.code, 'survey.changed')
    assert.equal((await save(first.body, { thanks: { 'zh-CN': '三' } })).status, 200)
  })

  it('names everything that stands in the way of publishing', async () => {
    const { id } = await make('blank')
    const { status, body } = await world.call<Problem>('POST', `/api/v1/surveys/${id}/publication`, { key })
    assert.equal(status, 422)
    assert.deepEqual(
      body.errors?.map(({ path }) => path),
      ['questions'],
    )
  })

  it('is not for those who only read', async () => {
    const viewer = await world.keyFor('viewer')
    assert.equal((await world.call('POST', '/api/v1/surveys', { key: viewer, body: {} })).status, 403)
    assert.equal((await world.call('GET', '/api/v1/surveys', { key: viewer })).status, 200)
  })

  it('gives its link another word, unless that is taken', async () => {
    const [one, two] = [await make(), await make()]
    assert.equal((await world.call('PUT', `/api/v1/surveys/${one.id}/address`, { key, body: { slug: 'after-service' } })).status, 200)
    const taken = await world.call<Problem>('PUT', `/api/v1/surveys/${two.id}/address`, { key, body: { slug: 'after-service' } })
    assert.equal(taken.body.code, 'survey.slug-taken')
  })

  it('is removed only while nobody has answered', async () => {
    const unheard = await published()
    assert.equal((await world.call('DELETE', `/api/v1/surveys/${unheard.id}`, { key })).status, 204)
    const heard = await published('nps')
    await answer(heard.slug, { answers: { recommend: 9 } })
    assert.equal((await world.call('DELETE', `/api/v1/surveys/${heard.id}`, { key })).status, 409)
  })
})

describe('answering', () => {
  it('makes one feedback with scores, words, facts and the customer', async () => {
    const { slug, id } = await published()
    const { status, body } = await answer(slug, {
      submission: 'submission-one',
      answers: { satisfied: 2, solved: 'no', better: { options: ['waiting'], other: '停车难' }, said: '等了两个小时' },
      contact: 'lin@example.com',
      facts: { product: 'V8' },
    })
    assert.equal(status, 201)
    const feedback = (await world.call<z.input<typeof FeedbackView>>('GET', `/api/v1/feedback/${body.feedback}`, { key })).body
    assert.equal(feedback.channel, 'survey')
    assert.equal(feedback.sourceId, body.id)
    assert.deepEqual(feedback.scores, [{ kind: 'csat', value: 2, scale: { min: 1, max: 5 } }])
    assert.equal(feedback.text, '哪里可以做得更好？\n停车难\n\n还想告诉我们什么？\n等了两个小时')
    assert.deepEqual(feedback.facts, { survey: id, surveyTitle: '这次服务怎么样', surveyVersion: 1, product: 'V8' })
    assert.notEqual(feedback.customer, null)
  })

  it('is one response and one feedback, however often and however much at once it is sent', async () => {
    const { slug } = await published('nps')
    const body = { submission: 'sent-twenty-times', answers: { recommend: 3, reason: '配送太慢' }, contact: '13800138000' }
    const replies = await Promise.all(Array.from({ length: 20 }, () => answer(slug, body)))
    assert.deepEqual([...new Set(replies.map(({ status }) => status))].sort(), [200, 201])
    assert.equal(new Set(replies.map(({ body: { queryCode } }) => queryCode)).size, 1)
    assert.equal(await count('responses', slug), 1)
    assert.equal(await count('feedback', slug), 1)
  })

  it('announces the answer once', async () => {
    const { slug } = await published('ces')
    await answer(slug, { submission: 'announced-once', answers: { effort: 6 } })
    await answer(slug, { submission: 'announced-once', answers: { effort: 6 } })
    const { rows } = await world.database.owner.query(
      `SELECT count(*)::int AS n FROM outbox WHERE name = 'survey.answered' AND payload->>'surveyId' = (SELECT id::text FROM surveys WHERE slug = $1)`,
      [slug],
    )
    assert.equal(rows[0].n, 1)
  })

  it('names every answer that does not fit, and stores nothing', async () => {
    const { slug } = await published()
    const { status, body } = await answer(slug, { answers: { satisfied: 6, solved: 'perhaps', nonsense: 'x' }, contact: 'not a contact' })
    assert.equal(status, 422)
    assert.deepEqual(body.errors?.map(({ path }) => path).sort(), ['answers.nonsense', 'answers.satisfied', 'answers.solved', 'contact'])
    assert.equal(await count('responses', slug), 0)
  })

  it('takes what was asked when the page was shown', async () => {
    const survey = await published('nps')
    const { body: saved } = await save(survey, { questions: survey.draft.questions.slice(0, 1) })
    await world.call('POST', `/api/v1/surveys/${saved.id}/publication`, { key })
    const form = new URLSearchParams({ submission: 'begun-before', version: '1', lang: 'zh-CN', 'q.recommend': '8', 'q.reason': '还行' })
    const headers = { 'content-type': 'application/x-www-form-urlencoded', accept: 'application/json' }
    assert.equal((await world.call('POST', `/s/${survey.slug}/responses`, { body: form.toString(), headers })).status, 201)
    const { body } = await world.call<z.input<typeof Results>>('GET', `/api/v1/surveys/${survey.id}/results`, { key })
    assert.deepEqual(
      body.questions.map(({ key, retired, n }) => [key, retired, n]),
      [
        ['recommend', false, 1],
        ['reason', true, 1],
      ],
    )
  })
})

describe('a survey that takes no answers', () => {
  it('says so once it is closed, but knows what it took before', async () => {
    const { slug, id } = await published('nps')
    const sent = { submission: 'before-the-end', answers: { recommend: 10 } }
    await answer(slug, sent)
    await world.call('PUT', `/api/v1/surveys/${id}/closure`, { key })
    const late = await answer(slug, { submission: 'after-the-end', answers: { recommend: 10 } })
    assert.equal(late.status, 409)
    assert.equal(late.body.code, 'survey.closed')
    assert.equal((await answer(slug, sent)).status, 200)
    assert.equal((await world.call('GET', `/s/${slug}`)).status, 410)
    await world.call('DELETE', `/api/v1/surveys/${id}/closure`, { key })
    assert.equal((await world.call('GET', `/s/${slug}`)).status, 200)
  })

  it('opens and closes by its dates', async () => {
    const survey = await make('nps')
    const settings = {
      ...survey.draft.settings,
      opensAt: isoOf((world.clock.now() + HOUR) as never),
      closesAt: isoOf((world.clock.now() + 2 * HOUR) as never),
    }
    const { body } = await save(survey, { settings })
    await world.call('POST', `/api/v1/surveys/${body.id}/publication`, { key })
    const codes: string[] = []
    for (const step of [0, 1, 2]) {
      const reply = await answer(survey.slug, { submission: `dated-${step}-answer`, answers: { recommend: 5 } })
      codes.push(reply.body.code ?? String(reply.status))
      world.clock.advance(HOUR)
    }
    assert.deepEqual(codes, ['survey.not-yet', '201', 'survey.over'])
  })

  it('gives its last place to one of many who want it at once', async () => {
    const survey = await make('nps')
    const { body } = await save(survey, { settings: { ...survey.draft.settings, cap: 3 } })
    await world.call('POST', `/api/v1/surveys/${body.id}/publication`, { key })
    const replies = await Promise.all(
      Array.from({ length: 12 }, (_, n) => answer(survey.slug, { submission: `wants-a-place-${n}`, answers: { recommend: 5 } })),
    )
    assert.equal(replies.filter(({ status }) => status === 201).length, 3)
    assert.deepEqual([...new Set(replies.filter(({ status }) => status !== 201).map(({ body: { code } }) => code))], ['survey.full'])
    assert.equal(await count('responses', survey.slug), 3)
  })
})

describe('what came back', () => {
  it('counts points and options with intervals, and opens the answers behind a figure', async () => {
    const { slug, id } = await published()
    for (const [n, satisfied] of [5, 5, 4, 2, 1, 5].entries()) {
      const better = n % 2 === 0 ? ['waiting', 'skill'] : []
      await answer(slug, { submission: `counted-answer-${n}`, answers: { satisfied, solved: satisfied > 2 ? 'yes' : 'no', better } })
    }
    const { body } = await world.call<z.input<typeof Results>>('GET', `/api/v1/surveys/${id}/results`, { key })
    assert.equal(body.responses, 6)
    const [satisfied, solved, better] = body.questions
    assert.deepEqual(
      satisfied?.buckets.map(({ count }) => count),
      [1, 1, 0, 1, 3],
    )
    assert.equal(satisfied?.firmness, 'weak')
    assert.equal(satisfied?.score?.kind, 'csat')
    assert.equal(satisfied?.score?.value, 4 / 6)
    assert.ok((satisfied?.score?.interval?.low ?? 1) < 4 / 6)
    assert.deepEqual(
      solved?.buckets.map(({ key, count }) => [key, count]),
      [
        ['yes', 4],
        ['partly', 0],
        ['no', 2],
      ],
    )
    assert.equal(better?.n, 3)
    assert.equal(better?.firmness, 'hidden')
    assert.equal(better?.buckets.find(({ key }) => key === 'waiting')?.share, 1)

    const behind = await world.call<z.input<typeof ResponsePage>>('GET', `/api/v1/surveys/${id}/responses?question=solved&option=no`, {
      key,
    })
    assert.equal(behind.body.items.length, 2)
  })

  it('pages through the responses', async () => {
    const { slug, id } = await published('nps')
    for (let n = 0; n < 5; n++) {
      await answer(slug, { submission: `paged-answer-${n}`, answers: { recommend: n } })
      world.clock.advance(1_000)
    }
    const seen: unknown[] = []
    let cursor = ''
    do {
      const { body } = await world.call<z.input<typeof ResponsePage>>('GET', `/api/v1/surveys/${id}/responses?limit=2${cursor}`, { key })
      seen.push(...body.items.map(({ answers }) => answers[0]?.number))
      cursor = body.nextCursor ? `&cursor=${body.nextCursor}` : ''
    } while (cursor)
    assert.deepEqual(seen, [4, 3, 2, 1, 0])
  })

  it('writes a file that no spreadsheet runs', async () => {
    const { slug, id } = await published('nps')
    await answer(slug, { submission: 'with-a-formula', answers: { recommend: 1, reason: '=HYPERLINK("http://evil.example","点我")' } })
    const { text, headers } = await world.call('GET', `/api/v1/surveys/${id}/responses.csv`, { key })
    assert.match(headers.get('content-type') ?? '', /text\/csv/)
    const [, line = ''] = text.split('\r\n')
    assert.match(line, /,1,"'=HYPERLINK\(""http:\/\/evil\.example"",""点我""\)"$/)
  })

  it('goes with the customer when they are erased; figures stay', async () => {
    const { slug, id } = await published('nps')
    const { body } = await answer(slug, {
      submission: 'to-be-forgotten',
      answers: { recommend: 2, reason: '我叫林小满' },
      contact: 'gone@example.com',
    })
    const feedback = (await world.call<z.input<typeof FeedbackView>>('GET', `/api/v1/feedback/${body.feedback}`, { key })).body
    const owner = await world.keyFor('owner')
    const erased = await world.call('DELETE', `/api/v1/customers/${feedback.customer?.id}`, { key: owner })
    assert.ok(erased.status < 300, `erasing answered ${erased.status} ${erased.text}`)
    const { items } = (await world.call<z.input<typeof ResponsePage>>('GET', `/api/v1/surveys/${id}/responses`, { key })).body
    assert.deepEqual(
      items[0]?.answers.map(({ number, text }) => [number, text]),
      [
        [null, null],
        [2, null],
      ],
    )
  })
})

describe('between workspaces', () => {
  it('nobody sees or changes the survey of another', async () => {
    const { id } = await published('nps')
    const other = await world.addWorkspace('other-house')
    const stranger = await world.keyFor('owner', other)
    for (const path of ['', '/results', '/responses', '/responses.csv', '/qr.svg', '/poster']) {
      assert.equal((await world.call('GET', `/api/v1/surveys/${id}${path}`, { key: stranger })).status, 404, path)
    }
    assert.equal((await world.call('DELETE', `/api/v1/surveys/${id}`, { key: stranger })).status, 404)
  })
})
