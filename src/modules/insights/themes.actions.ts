/** Themes as people read, name, merge and hide them. */
import { findPii } from '../../engine/privacy/find.ts'
import { mask } from '../../engine/privacy/mask.ts'
import type { Db } from '../../platform/db/db.ts'
import type { ThemeList, ThemeView } from '../../shared/contracts/themes.ts'
import { publicIdOf } from '../../shared/ids/public-id.ts'
import type { Instant } from '../../shared/time/instant.ts'
import { dateIn, plusDays } from '../../shared/time/zone.ts'
import { audit, workspaceZone } from '../accounts/index.ts'
import { mergedIntoItself, noSuchTheme } from './themes.refusals.ts'
import {
  allThemes,
  type Burst,
  daysOfThemes,
  lockTheme,
  lockThemes,
  openBursts,
  quotedVoices,
  setHidden,
  setMerged,
  setName,
  type Theme,
} from './themes.store.ts'
import { familyOfTheme, figuresOf, rootsOf, titleOf } from './themes-figures.ts'
import { wholeOf } from './themes-thread.ts'

type Wanted = { days: number; now: Instant }

/** Themes of a period, those that most speak of first; the ones that nobody spoke of in it are left out. */
export async function listThemes(
  db: Db,
  { days, hidden, now }: Wanted & { hidden: 'no' | 'only' },
): Promise<ThemeList> {
  const read = await readPeriod(db, { days, now })
  const roots = read.themes.filter(({ mergedInto }) => mergedInto === null)
  const aside = roots.filter(({ hiddenAt }) => hiddenAt !== null)
  const open = roots.filter(
    ({ hiddenAt, number }) => hiddenAt === null && (read.figures.themes.get(number)?.n ?? 0) > 0,
  )
  const items = await viewsOf(db, hidden === 'only' ? aside : open, read)
  return {
    ...read.period,
    read: read.figures.read,
    leftOut: read.figures.leftOut,
    hidden: aside.length,
    items: items.sort((a, b) => b.voices.n - a.voices.n || (a.id < b.id ? -1 : 1)),
  }
}

/**
 * One theme with its figures, also when it is hidden, retired or counted as another.
 *
 * @throws Refusal when there is none
 */
export async function themeOf(db: Db, id: string, wanted: Wanted): Promise<ThemeView> {
  const read = await readPeriod(db, wanted, id)
  const [view] = await viewsOf(
    db,
    read.themes.filter((each) => each.id === id),
    read,
  )
  if (view === undefined) throw noSuchTheme()
  return view
}

type Read = {
  themes: readonly Theme[]
  figures: ReturnType<typeof figuresOf>
  bursts: readonly Burst[]
  period: { days: number; from: string; to: string }
}

/** @param apart  a theme that is counted by itself, whatever it is merged into */
async function readPeriod(outer: Db, { days, now }: Wanted, apart?: string): Promise<Read> {
  return await outer.transaction(async (db) => {
    const today = dateIn(now, await workspaceZone(db))
    const from = plusDays(today, 1 - days)
    const themes = await allThemes(db)
    const roots = rootsOf(themes.map((theme) => (theme.id === apart ? { ...theme, mergedInto: null } : theme)))
    const rows = await daysOfThemes(db, plusDays(from, -days), plusDays(today, 1))
    const figures = figuresOf(rows, roots, { today, days })
    return { themes, figures, bursts: await openBursts(db), period: { days, from, to: today } }
  })
}

async function viewsOf(db: Db, shown: readonly Theme[], { themes, figures, bursts }: Read): Promise<ThemeView[]> {
  const quoted = await quotedVoices(
    db,
    shown.flatMap(({ examples }) => examples.map(({ feedback }) => feedback)),
  )
  const said = new Map(quoted.map((voice) => [voice.id, wholeOf(voice)]))
  return shown.flatMap((theme) => {
    const figure = figures.themes.get(theme.number)
    if (figure === undefined) return []
    const { n, share, interval, ...rest } = figure
    const { id, name, words, firstSeen, lastSeen, retiredAt, hiddenAt } = theme
    return {
      id,
      title: titleOf(theme),
      name,
      words,
      sentences: sentencesOf(theme, said),
      voices: { n, share, interval },
      ...rest,
      rising: risingOf(bursts.find(({ theme: number }) => number === theme.number)),
      firstSeen,
      lastSeen,
      retiredAt,
      hiddenAt,
      merged: themes
        .filter(({ mergedInto }) => mergedInto === theme.number)
        .map((each) => ({ id: each.id, title: titleOf(each) })),
    }
  })
}

function sentencesOf({ examples }: Theme, said: ReadonlyMap<string, string>): ThemeView['sentences'] {
  return examples.flatMap(({ feedback, start, end }) => {
    const sentence = said.get(feedback)?.slice(start, end)
    return sentence === undefined || sentence === '' ? [] : [{ feedback, text: mask(sentence, findPii(sentence)) }]
  })
}

function risingOf(burst: Burst | undefined): ThemeView['rising'] {
  if (burst === undefined) return null
  const { count, expected, low, high, chance, weeks, beganAt } = burst
  return { count, expected, usual: { low, high }, chance, weeks, beganAt }
}

type Act = { by: string; address: string; now: Instant }

/** Gives a theme a name; null takes it back. */
export async function nameTheme(db: Db, id: string, name: string | null, act: Act): Promise<void> {
  await change(db, id, 'theme.renamed', act, (tx) => setName(tx, id, name), name === null ? {} : { name })
}

/** Leaves a theme out of the list and of what people are told; its voices stay as they are. */
export async function hideTheme(db: Db, id: string, hidden: boolean, act: Act): Promise<void> {
  await change(db, id, hidden ? 'theme.hidden' : 'theme.shown', act, (tx) => setHidden(tx, id, hidden ? act.now : null))
}

/**
 * Counts a theme, and all that count as it, as another one from now on.
 *
 * @throws Refusal when one of them does not exist, or the other counts as this one already
 */
export async function mergeTheme(db: Db, id: string, into: string, act: Act): Promise<void> {
  await change(db, id, 'theme.merged', act, async (tx, number) => {
    const target = await lockTheme(tx, into)
    if (target === null) throw noSuchTheme()
    if (familyOfTheme(await allThemes(tx), number).includes(target.number)) throw mergedIntoItself()
    await setMerged(tx, id, target.number)
  })
}

/** Counts a theme by itself again. */
export async function unmergeTheme(db: Db, id: string, act: Act): Promise<void> {
  await change(db, id, 'theme.taken-apart', act, (tx) => setMerged(tx, id, null))
}

async function change(
  db: Db,
  id: string,
  action: string,
  act: Act,
  work: (tx: Db, number: number) => Promise<unknown>,
  facts: Record<string, string> = {},
): Promise<void> {
  await db.transaction(async (tx) => {
    await lockThemes(tx)
    const theme = await lockTheme(tx, id)
    if (theme === null) throw noSuchTheme()
    await work(tx, theme.number)
    await audit(tx, { action, subject: publicIdOf('theme', id), facts: { named: titleOf(theme), ...facts }, ...act })
  })
}
