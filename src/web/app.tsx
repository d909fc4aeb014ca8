/**
 * The staff app. How to add to it:
 *
 * A page       src/web/pages/<page>/<Name>Page.tsx exports `function <Name>Page()`; add one line to routes.ts
 *              (`framed`), and to frame/nav.ts if it stands in the navigation. Inside:
 *                <PageHeader title={t('inbox.title')} acts={<Button …/>}> filters </PageHeader>
 *                <DataList … /> edge to edge, or <PageBody> … </PageBody>
 *              State that belongs in the address: useSearchState(); parts of the path: usePathParams().
 * Words        src/shared/words/{zh-CN,zh-TW,en}/<area>.ts, each spread in its all.ts; the key is written out where it
 *              is said: t('inbox.title', { n: 3 }). Members of fixed sets come from `terms`: term('channel', value).
 *              A refusal's words are `problem.<code>`, shown by tell(problem).
 * Data         useQuery({ queryKey: ['cases', filter], queryFn: ({ signal }) => api.get<T>(path, query, signal) })
 *              Lists: useCursorList<T>(['cases', filter], '/api/v1/cases', filter) into <DataList list={…} />.
 *              Acts: useMutation({ mutationFn: () => api.send('PUT', path, body) }); `once: newKey()` for what must
 *              not happen twice. Say it with useSaying(): offerUndo({ said, undo }), say(text), sayProblem(thrown).
 * Live         useLive(['cases']): queries whose key starts so are asked again on every `case.…` event;
 *              useLive(['home'], ['case', 'feedback']) when the key's noun is not the event's.
 * Keys         useKeys({ r: reply, e: resolve }, 'inbox.keys'): active while mounted, listed behind `?`. Taken
 *              already: j k x (DataList), / (SearchField), Escape (SidePanel), ? and mod+k (frame).
 * Who          useSession(), useCan()('case:close'). Numbers and moments: useFormat(); "now": useNow().
 * Forms        <FormProblem problem={mutation.error}> <TextField path="email" …/> <RestOfProblem/> </FormProblem>
 * Parts        parts/: PageHeader PageBody DataList SidePanel EmptyState ErrorState Figure TimeAgo DueChip StageBadge
 *              SentimentMark ChannelIcon FileDrop SaveState(useAutosave) SearchField DatePick fields undo draft
 * Charts       <Chart title="a sentence" unit bars table pick /> of charts/Chart.tsx; with `option`, ECharts comes with the first one.
 * Look         theme/tokens.css has the colours (var(--hx-…)); four sizes of type; one CSS module beside a part.
 *              Mantine's own words are set in theme/labels.ts: use DatePick instead of @mantine/dates directly.
 */
import { localStorageColorSchemeManager, MantineProvider } from '@mantine/core'
import { Notifications } from '@mantine/notifications'
import { QueryClient, QueryClientProvider } from '@tanstack/react-query'
import { RouterProvider } from '@tanstack/react-router'
import { type ReactNode, useEffect, useMemo } from 'react'
import { onSignedOut, problemOf } from './api.ts'
import { makeRouter } from './router.ts'
import { surfaces, themeFor } from './theme/theme.ts'
import { type Language, useWords, WordsProvider } from './words.tsx'

const TRIES = 2
const FRESH_MS = 10_000

/** Only what may succeed next time is asked again: a lost network, a server or database that is away. */
const worthAnother = (failures: number, thrown: unknown) => {
  const { status } = problemOf(thrown)
  return failures < TRIES && (status === 0 || status >= 502)
}

/** Without a network a request fails and says so; held back, it would spin, and an act would be done later unseen. */
const networkMode = 'always'
const queries = new QueryClient({
  defaultOptions: { queries: { staleTime: FRESH_MS, retry: worthAnother, networkMode }, mutations: { networkMode } },
})
const router = makeRouter(queries)
const schemes = localStorageColorSchemeManager({ key: 'hx.scheme' })

/** A session that ended while a page stood open: to the sign-in, and back here afterwards. */
function useSignedOut() {
  useEffect(
    () =>
      onSignedOut(() => {
        const here = router.state.location
        if (here.pathname === '/sign-in') return
        queries.clear()
        void router.navigate({ to: '/sign-in', search: { return: here.href } })
      }),
    [],
  )
}

function Themed({ children }: { children: ReactNode }) {
  const { t } = useWords()
  const theme = useMemo(() => themeFor(t), [t])
  return (
    <MantineProvider
      theme={theme}
      cssVariablesResolver={surfaces}
      colorSchemeManager={schemes}
      defaultColorScheme="auto"
    >
      {children}
    </MantineProvider>
  )
}

export function App({ language }: { language: Language }) {
  useSignedOut()
  return (
    <WordsProvider first={language}>
      <Themed>
        <QueryClientProvider client={queries}>
          <Notifications position="bottom-center" limit={3} />
          <RouterProvider router={router} />
        </QueryClientProvider>
      </Themed>
    </WordsProvider>
  )
}
