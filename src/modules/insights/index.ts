/**
 * Insights: what must see everything.
 *
 * Lists of voices with what is understood of them and the cases they are in, the *echo rate* with its two
 * parts, *themes* that many voices share, and the figures of the first page. Day counts and the echo of a day are
 * rolled up: news marks a day stale, a job counts it anew, so that a number is never added twice.
 *
 * Owns      tables daily_counts, daily_categories, stale_days, daily_echo, stale_echo_days, saved_views,
 *           themes, theme_voices, daily_themes, theme_runs, theme_news, theme_bursts, coordinated_posts,
 *           coordinated_texts, coordinated_dismissals
 * Listens   feedback.understood, understanding.changed, case.opened, case.joined, case.moved, case.replied,
 *           case.resolved, case.reopened, case.closed, promise.kept, promise.broken, notice.sent
 * Announces nothing: it is the rightmost module
 * Start at  echo-rate.ts (rule) and echo-rate.store.ts, echo-days.actions.ts, then home.actions.ts; voices.store.ts for lists;
 *           themes-run.actions.ts (how themes are found), themes-figures.ts (what is said of them);
 *           coordinated-finding.actions.ts (texts that many pass on)
 */
export { recountAll } from './counts.actions.ts'
export { customerPosts, customerThemes } from './customer-data.actions.ts'
export { echoRateOf, homeOf } from './home.actions.ts'
