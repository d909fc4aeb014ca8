import type { QueryClient } from '@tanstack/react-query'
import { createRootRouteWithContext, createRoute, createRouter, Outlet, redirect } from '@tanstack/react-router'
import { api, problemOf } from './api.ts'
import { Broken, Missing } from './frame/Broken.tsx'
import { Frame } from './frame/Frame.tsx'
import { Waiting } from './frame/Waiting.tsx'
import { bare, framed } from './routes.ts'
import { type Session, sessionQuery } from './session.tsx'
import { parseSearch, type Search, stringifySearch } from './where.ts'

type Context = { queries: QueryClient }

const root = createRootRouteWithContext<Context>()({ component: Outlet })

/** A link of a mail names its workspace (`?in=slug`): it opens there, whichever was open last. */
async function enterNamedWorkspace({ workspace, workspaces }: Session, { in: slug }: Search): Promise<void> {
  const named = workspaces.find((each) => each.slug === slug)
  if (named === undefined || named.id === workspace.id) return
  await api.send('PUT', '/api/v1/session/workspace', { workspaceId: named.id })
  // A whole new page: nothing of the other workspace may stay.
  window.location.reload()
  await new Promise(() => undefined)
}

const frame = createRoute({
  getParentRoute: () => root,
  id: 'frame',
  component: Frame,
  /** Nobody sees the frame without a session; the way back is kept. */
  async beforeLoad({ context, location }) {
    try {
      const session = await context.queries.ensureQueryData(sessionQuery)
      await enterNamedWorkspace(session, location.search as Search)
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
