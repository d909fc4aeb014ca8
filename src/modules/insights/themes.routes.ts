import { z } from 'zod'
import { can, type Route, route } from '../../platform/http/route.ts'
import {
  MergeTheme,
  NameTheme,
  ThemeList,
  ThemeNameProposal,
  ThemeQuery,
  ThemeSearch,
  ThemesQuery,
  ThemeView,
  themeId,
} from '../../shared/contracts/themes.ts'
import { hideTheme, listThemes, mergeTheme, nameTheme, themeOf, unmergeTheme } from './themes.actions.ts'
import { nameProposal } from './themes-naming.actions.ts'
import { askForSearch, cancelSearch, themeSearch } from './themes-run.actions.ts'

const RUNS = '/api/v1/themes/runs'
const PATH = '/api/v1/themes/:themeId'
const params = z.object({ themeId })
const change = can('taxonomy:change')

export const themeRoutes: readonly Route[] = [
  route({
    method: 'GET',
    path: '/api/v1/themes',
    who: can('insight:read'),
    summary: 'What many voices share: themes of the last days with their shares, and how these changed.',
    query: ThemesQuery,
    reply: ThemeList,
    run: ({ query, db, now }) => listThemes(db, { ...query, now }),
  }),
  route({
    method: 'GET',
    path: RUNS,
    who: can('insight:read'),
    summary: 'Where the search for themes stands.',
    reply: ThemeSearch,
    run: ({ db }) => themeSearch(db),
  }),
  route({
    method: 'POST',
    path: RUNS,
    who: change,
    summary: 'Search for themes now. Known ones keep their id and name.',
    reply: ThemeSearch,
    status: 202,
    async run({ db, user, origin, now }) {
      await askForSearch(db, { by: user.id, address: origin.address, now })
      return await themeSearch(db)
    },
  }),
  route({
    method: 'DELETE',
    path: RUNS,
    who: change,
    summary: 'Stop the search for themes; all stays as the one before left it.',
    run: ({ db, now }) => cancelSearch(db, now),
  }),
  route({
    method: 'GET',
    path: PATH,
    who: can('insight:read'),
    summary: 'One theme. Its voices: GET /api/v1/feedback?theme=…',
    params,
    query: ThemeQuery,
    reply: ThemeView,
    run: ({ params, query, db, now }) => themeOf(db, params.themeId, { ...query, now }),
  }),
  route({
    method: 'PUT',
    path: `${PATH}/name`,
    who: change,
    summary: 'Give a theme a name.',
    params,
    body: NameTheme,
    run: ({ params, body, db, user, origin, now }) =>
      nameTheme(db, params.themeId, body.name, { by: user.id, address: origin.address, now }),
  }),
  route({
    method: 'DELETE',
    path: `${PATH}/name`,
    who: change,
    summary: 'Take the name of a theme back: it is called by its words again.',
    params,
    run: ({ params, db, user, origin, now }) =>
      nameTheme(db, params.themeId, null, { by: user.id, address: origin.address, now }),
  }),
  route({
    method: 'POST',
    path: `${PATH}/name-proposal`,
    who: change,
    summary: 'Let the model outside propose a name for a theme; nothing is changed by it.',
    params,
    reply: ThemeNameProposal,
    run: ({ params, user, db, tools, now }) => nameProposal(db, params.themeId, { user, tools, now }),
  }),
  route({
    method: 'PUT',
    path: `${PATH}/hidden`,
    who: change,
    summary: 'Leave a theme out of the list. Its voices stay as they are.',
    params,
    run: ({ params, db, user, origin, now }) =>
      hideTheme(db, params.themeId, true, { by: user.id, address: origin.address, now }),
  }),
  route({
    method: 'DELETE',
    path: `${PATH}/hidden`,
    who: change,
    summary: 'Show a hidden theme again.',
    params,
    run: ({ params, db, user, origin, now }) =>
      hideTheme(db, params.themeId, false, { by: user.id, address: origin.address, now }),
  }),
  route({
    method: 'PUT',
    path: `${PATH}/merge`,
    who: change,
    summary: 'Count a theme as another one.',
    params,
    body: MergeTheme,
    run: ({ params, body, db, user, origin, now }) =>
      mergeTheme(db, params.themeId, body.into, { by: user.id, address: origin.address, now }),
  }),
  route({
    method: 'DELETE',
    path: `${PATH}/merge`,
    who: change,
    summary: 'Count a theme by itself again.',
    params,
    run: ({ params, db, user, origin, now }) =>
      unmergeTheme(db, params.themeId, { by: user.id, address: origin.address, now }),
  }),
]
