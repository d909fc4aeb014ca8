/** What cases do by themselves. */
import { defineJob, type Job, type Listener, on } from '../../platform/jobs/define.ts'
import { mailFailed } from '../../platform/mail/mail.events.ts'
import type { Instant } from '../../shared/time/instant.ts'
import { personLeft, workspaceCreated } from '../accounts/index.ts'
import { mailArrived, mailBounced } from '../channels/index.ts'
import { feedbackRestored, feedbackSetAside } from '../feedback/index.ts'
import { feedbackUnderstood, understandingChanged } from '../understanding/index.ts'
import { closeAside, reopenRestored } from './aside.actions.ts'
import { passOn } from './assignment.actions.ts'
import { checksDue, workspacesWithChecksDue, workspacesWithPromisesDue, workspacesWithSilence } from './check.store.ts'
import { addCustomerMessage } from './conversation.actions.ts'
import { needsAnAnswer } from './needs.ts'
import { openOrJoin } from './opening.actions.ts'
import { followCorrection } from './reading.actions.ts'
import { closeBySilence } from './resolution.actions.ts'
import { alarmSilence, findBroken, warnOfPromises } from './sweep.actions.ts'
import { tellUndelivered } from './telling.actions.ts'
import { addStarters } from './template.actions.ts'
import { voiceById } from './voice.store.ts'

/** May run twice for one event: a voice is taken into one case once, so the second run changes nothing. */
const openForVoice = on(feedbackUnderstood, 'cases.open-case', async (heard, { db, now, tools }) => {
  if (!needsAnAnswer(heard) || (await voiceById(db, heard.feedbackId)) === null) return
  const { feedbackId, intent, sentiment, urgency, lowScore, receivedAt } = heard
  const since = Math.min(receivedAt, now) as Instant
  await openOrJoin(db, {
    feedbackId,
    understood: { intent, sentiment, urgency, lowScore },
    since,
    by: null,
    publicUrl: tools.publicUrl,
    now,
  })
})

/** May run twice: a message is taken once, by its Message-ID. */
const takeMail = on(mailArrived, 'cases.take-mail', async (mail, { db, now, tools }) => {
  const { feedbackId, messageId, text, attachments, auto } = mail
  await addCustomerMessage(db, {
    feedbackId,
    text,
    channel: 'email',
    sourceId: messageId,
    attachments,
    auto,
    models: tools.models,
    publicUrl: tools.publicUrl,
    now,
  })
})

/** May run twice: each failure of a message is told once. */
const tellFailed = on(mailFailed, 'cases.tell-failed', ({ mailId, at }, { db }) =>
  tellUndelivered(db, mailId, at as Instant),
)
const tellReturned = on(mailBounced, 'cases.tell-returned', ({ mailId, at }, { db }) =>
  tellUndelivered(db, mailId, at as Instant),
)

/** May run twice: a starter is added once, by its name. */
const fillWorkspace = on(workspaceCreated, 'cases.add-starter-templates', async ({ locale }, { db, now }) => {
  await addStarters(db, locale, now)
})

/** May run twice: cases that went on with others no longer belong to who left. */
const passOnCases = on(personLeft, 'cases.pass-on', async ({ personId }, { db, now }) => {
  await passOn(db, personId, now)
})

/** May run twice: a case that is closed stays closed. */
const putAside = on(feedbackSetAside, 'cases.close-set-aside', async ({ feedbackId }, { db, now }) => {
  await closeAside(db, feedbackId, now)
})

/** May run twice: a case that is open stays open. */
const bringBack = on(feedbackRestored, 'cases.reopen-restored', async ({ feedbackId, by }, { db, now }) => {
  await reopenRestored(db, feedbackId, by, now)
})

/** May run twice, and late: a case that was read anew at that moment or after it stays as it is; a voice has one case. */
const readAnew = on(
  understandingChanged,
  'cases.follow-correction',
  async ({ feedbackId, why, is, by, at }, { db, tools: { publicUrl } }) => {
    if (why === 'corrected') await followCorrection(db, { feedbackId, ...is, by, at, publicUrl })
  },
)

export const caseListeners: readonly Listener[] = [
  putAside,
  bringBack,
  openForVoice,
  readAnew,
  takeMail,
  tellFailed,
  tellReturned,
  fillWorkspace,
  passOnCases,
]

/** Safe to run twice or in parallel: each promise is warned of and found broken by one update that one caller wins. */
const sweepPromises = defineJob({
  name: 'cases.sweep-promises',
  every: '5 seconds',
  workspaces: workspacesWithPromisesDue,
  async run({ db, now }) {
    return { broken: await findBroken(db, now), warned: await warnOfPromises(db, now) }
  },
})

/** Safe to run twice or in parallel: one alarm for each silence, by its key. */
const raiseAlarms = defineJob({
  name: 'cases.raise-alarms',
  every: '5 seconds',
  workspaces: workspacesWithSilence,
  async run({ db, now }) {
    return { alarmed: await alarmSilence(db, now) }
  },
})

const CHECKS_AT_ONCE = 200

/** Safe to run twice or in parallel: a check ends once, under the lock of its case. */
const closeSilentCases = defineJob({
  name: 'cases.close-silent',
  every: '1 minute',
  workspaces: workspacesWithChecksDue,
  async run({ db, now }) {
    let closed = 0
    for (const { id, caseId } of await checksDue(db, now, CHECKS_AT_ONCE))
      if (await closeBySilence(db, { checkId: id, caseId, now })) closed++
    return { closed }
  },
})

export const caseJobs: readonly Job[] = [sweepPromises, raiseAlarms, closeSilentCases]
