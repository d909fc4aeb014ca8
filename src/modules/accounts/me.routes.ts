import QRCode from 'qrcode-svg'
import { z } from 'zod'
import type { Database, Db } from '../../platform/db/db.ts'
import { type Route, route, signedIn, type User } from '../../platform/http/route.ts'
import {
  ChangeEmail,
  ChangeMe,
  ChangePassword,
  ConfirmFactor,
  FactorOffer,
  MeView,
  ProvePassword,
  RecoveryCodes,
  SessionList,
  sessionId,
} from '../../shared/contracts/session.ts'
import { noSuchPerson, personNeeded } from './account.refusals.ts'
import { changePassword } from './password.actions.ts'
import { changeEmail, changeOwn } from './people.actions.ts'
import { ownRow } from './person.store.ts'
import { beginFactor, confirmFactor, removeFactor, renewCodes } from './second-factor.actions.ts'
import { recoveryCodesLeft } from './second-factor.store.ts'
import { sessionsOf } from './session.store.ts'
import { endOthers, endSessionOf } from './sign-in.actions.ts'

function person(user: User): User {
  if (user.kind !== 'person') throw personNeeded()
  return user
}

async function meView(db: Db, database: Database, user: User): Promise<z.output<typeof MeView>> {
  const row = await ownRow(db, person(user).id)
  if (row === null) throw noSuchPerson()
  return { ...row, recoveryCodesLeft: await recoveryCodesLeft(database.lookups, user.id) }
}

const getMe = route({
  method: 'GET',
  path: '/api/v1/me',
  who: signedIn,
  summary: 'One’s own account',
  internal: true,
  reply: MeView,
  run: ({ db, database, user }) => meView(db, database, user),
})

const putMe = route({
  method: 'PUT',
  path: '/api/v1/me',
  who: signedIn,
  summary: 'Change one’s name, language, digest or being away',
  internal: true,
  body: ChangeMe,
  reply: MeView,
  async run({ db, database, user, body, now, origin }) {
    await changeOwn(database, db, person(user), body, { now, address: origin.address })
    return await meView(db, database, user)
  },
})

const putPassword = route({
  method: 'PUT',
  path: '/api/v1/me/password',
  who: signedIn,
  summary: 'Change one’s password; other sessions end',
  internal: true,
  body: ChangePassword,
  run: ({ db, database, user, body, now, origin }) =>
    changePassword(database, db, person(user), body, { now, address: origin.address }),
})

const putEmail = route({
  method: 'PUT',
  path: '/api/v1/me/email',
  who: signedIn,
  summary: 'Change one’s e-mail address',
  internal: true,
  body: ChangeEmail,
  run: ({ db, database, user, body, now, origin }) =>
    changeEmail(database, db, person(user), body, { now, address: origin.address }),
})

const getSessions = route({
  method: 'GET',
  path: '/api/v1/me/sessions',
  who: signedIn,
  summary: 'Where one is signed in',
  internal: true,
  reply: SessionList,
  async run({ database, user, now }) {
    const rows = await sessionsOf(database.lookups, person(user).id, now)
    return { items: rows.map(({ hash, ...row }) => ({ ...row, current: hash === user.session })) }
  },
})

const deleteSessions = route({
  method: 'DELETE',
  path: '/api/v1/me/sessions',
  who: signedIn,
  summary: 'End all of one’s sessions but this',
  internal: true,
  async run({ database, user }) {
    await endOthers(database, person(user).id, user.session ?? '')
  },
})

const deleteOneSession = route({
  method: 'DELETE',
  path: '/api/v1/me/sessions/:id',
  who: signedIn,
  summary: 'End one of one’s sessions',
  internal: true,
  params: z.object({ id: sessionId }),
  run: ({ database, user, params }) => endSessionOf(database, person(user).id, params.id),
})

const picture = (uri: string): string =>
  new QRCode({
    content: uri,
    padding: 2,
    width: 240,
    height: 240,
    ecl: 'M',
    join: true,
    container: 'svg-viewbox',
    xmlDeclaration: false,
  }).svg()

const postFactor = route({
  method: 'POST',
  path: '/api/v1/me/two-factor',
  who: signedIn,
  summary: 'Begin two-step sign-in',
  internal: true,
  ownIdempotency: true,
  body: ProvePassword,
  reply: FactorOffer,
  async run({ db, database, tools, user, body }) {
    const offer = await beginFactor(database, db, tools, person(user), body.password)
    return { ...offer, picture: picture(offer.uri) }
  },
})

const putFactor = route({
  method: 'PUT',
  path: '/api/v1/me/two-factor',
  who: signedIn,
  summary: 'Turn on two-step sign-in by a first code',
  internal: true,
  body: ConfirmFactor,
  reply: RecoveryCodes,
  async run({ db, tools, user, body, now, origin }) {
    return { codes: await confirmFactor(db, tools, person(user), body.code, { now, address: origin.address }) }
  },
})

const deleteFactor = route({
  method: 'DELETE',
  path: '/api/v1/me/two-factor',
  who: signedIn,
  summary: 'Turn off two-step sign-in',
  internal: true,
  body: ProvePassword,
  run: ({ db, database, user, body, now, origin }) =>
    removeFactor(database, db, person(user), body.password, { now, address: origin.address }),
})

const postCodes = route({
  method: 'POST',
  path: '/api/v1/me/recovery-codes',
  who: signedIn,
  summary: 'New recovery codes; the old ones end',
  internal: true,
  ownIdempotency: true,
  body: ProvePassword,
  reply: RecoveryCodes,
  async run({ db, database, user, body, now, origin }) {
    return { codes: await renewCodes(database, db, person(user), body.password, { now, address: origin.address }) }
  },
})

export const meRoutes: Route[] = [
  getMe,
  putMe,
  putEmail,
  putPassword,
  getSessions,
  deleteSessions,
  deleteOneSession,
  postFactor,
  putFactor,
  deleteFactor,
  postCodes,
]
