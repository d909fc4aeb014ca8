/**
 * Portal: the public page, "what we heard, what we did, what came of it".
 *
 * Shows the improvements that staff made public, with their public words, the number of voices behind them (never a
 * name) and the verdict of their check. The page itself is pages/portal-page.ts, served by server/portal.pages.ts.
 *
 * Owns      no table; what is public stands with the improvement
 * Listens   to nothing
 * Announces nothing; publishing announces improvement.published
 * Start at  portal.actions.ts
 */
export { type PublicEntry, publicEntries } from './portal.actions.ts'
