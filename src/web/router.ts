import type { QueryClient } from '@tanstack/react-query'
import { createRootRouteWithContext, createRoute, createRouter, Outlet, redirect } from '@tanstack/react-router'
import { problemOf } from './api.ts'
import { Broken, Missing } from './frame/Broken.tsx'
import { Frame } from './frame/Frame.tsx'
import { Waiting } from './frame/Waiting.tsx'
import { bare, framed } from './routes.ts'
import { sessionQuery } from './session.tsx'
import { parseSearch, stringifySearch } from './where.ts'

type Context = { queries: QueryClient }

const root = createRootRouteWithContext<Context>()({ component: Outlet })

const frame = createRoute({
  getParentRoute: () => root,
  id: 'frame',
  component: Frame,
  /** Nobody sees the frame without a session; the way back is kept. */
  async beforeLoad({ context, location }) {
    try {
      await context.queries.ensureQueryData(sessionQuery)
    } catch (thrown) {
      if (problemOf(thrown).status !== 401) throw thrown
      throw redirect({ to: '/sign-in', search: { return: location.href } })
    }
  },
})

const pages = framed.map(({ path, page }) => createRoute({ getParentRoute: () => frame, path, component: page }))
/** An address without a page is still inside the frame: the navigation stays at hand. */
const nowhere = createRoute({ getParentRoute: () => frame, path: '$', component: Missing })
const doors = bare.map(({ path, page }) => createRoute({ getParentRoute: () => root, path, component: page }))

export const makeRouter = (queries: QueryClient) =>
  createRouter({
    routeTree: root.addChildren([frame.addChildren([...pages, nowhere]), ...doors]),
    basepath: '/app',
    context: { queries },
    parseSearch,
    stringifySearch,
    defaultPreload: 'intent',
    defaultPendingComponent: Waiting,
    defaultPendingMs: 300,
    defaultErrorComponent: Broken,
    defaultNotFoundComponent: Missing,
  })
