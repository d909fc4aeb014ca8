/**
 * Every page of the staff app. A page is loaded when it is first visited; `$id` in a path is a parameter
 * (usePathParams), and what follows `?` is read and written with useSearchState.
 */
import { type AsyncRouteComponent, lazyRouteComponent } from '@tanstack/react-router'

// biome-ignore lint/complexity/noBannedTypes: a page takes no props
type Page = AsyncRouteComponent<{}>

export type PageRoute = { path: string; page: Page }

function page<Name extends string>(
  path: string,
  load: () => Promise<Record<Name, () => React.ReactNode>>,
  name: Name,
): PageRoute {
  return { path, page: lazyRouteComponent(load, name) as Page }
}

/** Pages inside the frame: who comes here is signed in. */
export const framed: readonly PageRoute[] = [page('/', () => import('./pages/home/HomePage.tsx'), 'HomePage')]

/** Pages before or beside signing in. */
export const bare: readonly PageRoute[] = [
  page('/sign-in', () => import('./pages/sign-in/SignInPage.tsx'), 'SignInPage'),
  page('/setup', () => import('./pages/setup/SetupPage.tsx'), 'SetupPage'),
  page('/join', () => import('./pages/join/JoinPage.tsx'), 'JoinPage'),
  page('/lost', () => import('./pages/lost/LostPasswordPage.tsx'), 'LostPasswordPage'),
  page('/reset', () => import('./pages/reset/NewPasswordPage.tsx'), 'NewPasswordPage'),
]
