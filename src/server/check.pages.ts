/** `/check/{token}`: is it solved? A look answers nothing, for mail scanners look at every link; only the form does. */
import { answerByToken, checkByToken } from '../modules/cases/index.ts'
import { checkPage } from '../pages/check-page.ts'
import { countCall } from '../platform/http/limits.store.ts'
import { anyone, type Page, type PageCall, page } from '../platform/http/route.ts'
import { speak } from '../shared/words/catalogues.ts'
import { LOCALES } from '../shared/words/locale.ts'
import { formOf, inPeopleWords, statusLocale } from './status.pages.ts'
import { htmlOf, organisationOf, readersLocale } from './survey-answers.ts'

const CALLS_A_MINUTE = 60
const LONGEST_COMMENT = 2_000
const LONGEST_SAID = 300
const GONE = 404

type State = 'asked' | 'answered' | 'gone' | 'yes' | 'no'

/** The page of a token as it stands now, or after `given`. */
async function shown(call: PageCall, token: string, given: State | null): Promise<Response> {
  const check = await checkByToken(call.database, token)
  const action = `/check/${encodeURIComponent(token)}`
  if (check === null) {
    const locale = readersLocale(LOCALES, call)
    const organisation = { name: speak(locale)('shell.product') }
    return await htmlOf(
      checkPage({ locale, organisation, action, state: 'gone', said: '', code: null, leaning: 'yes' }),
      GONE,
    )
  }
  const { workspace, voice, code } = check
  const locale = statusLocale(call, voice?.language ?? null, workspace.locale)
  const organisation = organisationOf({ workspaceName: workspace.name, workspaceSettings: workspace.settings })
  return await htmlOf(
    checkPage({
      locale,
      organisation,
      action,
      state: given ?? check.state,
      said: (voice?.text ?? '').slice(0, LONGEST_SAID),
      code,
      leaning: call.query.get('answer') === 'no' ? 'no' : 'yes',
    }),
  )
}

const limited = (call: PageCall) => countCall(call.database.lookups, `check ${call.origin.address}`, CALLS_A_MINUTE)

const getCheck = page({
  method: 'GET',
  path: '/check/:token',
  who: anyone,
  run: (call) =>
    inPeopleWords(call, async () => {
      await limited(call)
      return await shown(call, call.params.token ?? '', null)
    }),
})

const postCheck = page({
  method: 'POST',
  path: '/check/:token',
  who: anyone,
  bodyLimit: 64 * 1024,
  run: (call) =>
    inPeopleWords(call, async () => {
      await limited(call)
      const token = call.params.token ?? ''
      const field = await formOf(call)
      const answer = field('answer', 10)
      if (answer !== 'yes' && answer !== 'no') return await shown(call, token, null)
      const comment = field('comment', LONGEST_COMMENT)
      return await shown(call, token, await answerByToken(call.database, { token, answer, comment, now: call.now }))
    }),
})

export const checkPages: readonly Page[] = [getCheck, postCheck]
