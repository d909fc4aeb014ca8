import type pg from 'pg'
import { publicIdOf } from '../../src/shared/ids/public-id.ts'

/** A page and the addresses it is asked under in turn, so that no answer stands in a cache of one. */
export type PageAsked = { page: string; paths: string[] }

const SAMPLES = 200

/** The pages that people wait for, on what the database holds. */
export async function pagesOf(client: pg.Client): Promise<PageAsked[]> {
  const some = async (query: string) => (await client.query<{ value: string }>(query)).rows.map(({ value }) => value)
  const customers = (
    await some(
      `SELECT customer_id AS value FROM feedback WHERE customer_id IS NOT NULL ORDER BY received_at DESC LIMIT ${SAMPLES}`,
    )
  ).map((id) => publicIdOf('cust', id))
  const [busiest = ''] = await some(
    'SELECT customer_id AS value FROM feedback WHERE customer_id IS NOT NULL GROUP BY 1 ORDER BY count(*) DESC LIMIT 1',
  )
  const alike = (
    await some(
      `SELECT feedback_id AS value FROM voice_signatures TABLESAMPLE SYSTEM (1) ORDER BY feedback_id LIMIT ${SAMPLES}`,
    )
  ).map((id) => publicIdOf('fb', id))
  const cases = (await some(`SELECT id AS value FROM cases ORDER BY last_at DESC LIMIT ${SAMPLES}`)).map((id) =>
    publicIdOf('case', id),
  )
  const categories = (
    await some(
      'SELECT category_id AS value FROM feedback_categories TABLESAMPLE SYSTEM (1) GROUP BY 1 ORDER BY count(*) DESC LIMIT 5',
    )
  ).map((id) => publicIdOf('cat', id))
  const voices = '/api/v1/feedback?limit=50'
  const word = (text: string) => `${voices}&q=${encodeURIComponent(text)}`
  const views = ['open', 'mine', 'unassigned', 'team', 'waiting', 'broken', 'closed', 'all']
  return [
    { page: 'Inbox: list', paths: views.map((view) => `/api/v1/cases?view=${view}&limit=50`) },
    { page: 'Inbox: counts', paths: ['/api/v1/cases/counts'] },
    {
      page: 'Inbox: search',
      paths: ['漏水', '退款', '快递'].map((text) => `/api/v1/cases?q=${encodeURIComponent(text)}`),
    },
    {
      page: 'Inbox: search, rare word',
      paths: ['燕窝', '冷凝水', '量子纠缠态'].map((text) => `/api/v1/cases?q=${encodeURIComponent(text)}`),
    },
    { page: 'Inbox: one case', paths: cases.map((id) => `/api/v1/cases/${id}`) },
    { page: 'Explorer: newest', paths: [voices] },
    { page: 'Explorer: common word', paths: ['客服', '质量', '快递'].map(word) },
    { page: 'Explorer: two words', paths: ['客服 态度', '漏水 师傅', '包装 快递'].map(word) },
    { page: 'Explorer: a sentence', paths: ['客服态度很差没有人理我', '等了三天才送到'].map(word) },
    { page: 'Explorer: rare word', paths: ['蟋蟀', '燕窝', '冷凝水'].map(word) },
    { page: 'Explorer: word that nobody said', paths: ['量子纠缠态'].map(word) },
    {
      page: 'Explorer: common word, negative, channel',
      paths: [`${word('客服')}&sentiment=negative&channel=email`, `${word('质量')}&sentiment=positive&intent=churn`],
    },
    { page: 'Explorer: category', paths: categories.map((id) => `${voices}&category=${id}`) },
    {
      page: 'Explorer: category, negative',
      paths: categories.map((id) => `${voices}&category=${id}&sentiment=negative`),
    },
    {
      page: 'Explorer: sentiment and intent',
      paths: [`${voices}&sentiment=negative&intent=churn`, `${voices}&sentiment=positive&intent=question&channel=chat`],
    },
    { page: 'Explorer: without coordinated posts', paths: [`${voices}&coordinated=no`] },
    {
      page: 'Explorer: common word, without coordinated posts',
      paths: ['客服', '质量', '快递'].map((said) => `${word(said)}&coordinated=no`),
    },
    { page: 'Explorer: late of 30 days', paths: [`${voices}&echo=late`] },
    { page: 'Voice: copies and similar', paths: alike.map((id) => `/api/v1/feedback/${id}/similar`) },
    { page: 'Customer: history', paths: customers.map((id) => `/api/v1/customers/${id}/history`) },
    { page: 'Customer: history of the busiest', paths: [`/api/v1/customers/${publicIdOf('cust', busiest)}/history`] },
    { page: 'Customer: who they are', paths: customers.map((id) => `/api/v1/customers/${id}`) },
    {
      page: 'Customers: list and search',
      paths: [
        '/api/v1/customers',
        `/api/v1/customers?q=${encodeURIComponent('王芳')}`,
        '/api/v1/customers?q=member-12345',
        '/api/v1/customers?q=13800012',
      ],
    },
    { page: 'Home: 30 days', paths: ['/api/v1/home?days=30'] },
    { page: 'Home: 90 days', paths: ['/api/v1/home?days=90'] },
    { page: 'Promises: ledger', paths: ['/api/v1/promises?limit=50', '/api/v1/promises?limit=50&state=broken'] },
  ]
}
