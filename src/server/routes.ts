/** Every address of this server, in order of who may call it. */
import { type Page, type Route } from '../platform/http/route.ts'

export const ROUTES: readonly Route[] = []

/** Pages, downloads and streams. */
export const PAGES: readonly Page[] = []
