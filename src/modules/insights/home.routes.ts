import { can, type Route, route } from '../../platform/http/route.ts'
import { EchoRateView, HomeQuery, HomeView, Period } from '../../shared/contracts/insights.ts'
import { echoRateOf, homeOf } from './home.actions.ts'

const getEchoRate = route({
  method: 'GET',
  path: '/api/v1/metrics/echo-rate',
  who: can('insight:read'),
  summary: 'The echo rate of a period: who asked, who was answered in time, who was told what came of it',
  query: Period,
  reply: EchoRateView,
  run: ({ query, db, now }) => echoRateOf(db, query, now),
})

const getHome = route({
  method: 'GET',
  path: '/api/v1/home',
  who: can('insight:read'),
  summary: 'The figures of the first page',
  query: HomeQuery,
  reply: HomeView,
  run: ({ query, db, now }) => homeOf(db, query.days, now),
})

export const homeRoutes: readonly Route[] = [getEchoRate, getHome]
