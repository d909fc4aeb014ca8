/** Reads new mail from an IMAP mailbox. Nothing is changed there: no flag is set, nothing is moved. */
import type { FetchMessageObject, ImapFlow } from 'imapflow'

export type ImapAccess = { host: string; port: number; secure: boolean; user: string; password: string }

/** How far a mailbox has been read. A new UIDVALIDITY means that its numbers start anew. */
export type ImapPlace = { uidValidity: number | null; lastUid: number }

const BATCH = 25
const LARGEST = 25 * 1024 * 1024

/** One mail as it lies on the server; `source` null when it is over 25 MB. */
export type RawMail = { uid: number; source: Buffer | null }

async function connected<Result>(access: ImapAccess, work: (client: ImapFlow) => Promise<Result>): Promise<Result> {
  // Loaded by those who have a mailbox to read: with what reads mails it is a tenth of the time to start.
  const { ImapFlow: Client } = await import('imapflow')
  const client: ImapFlow = new Client({
    host: access.host,
    port: access.port,
    secure: access.secure,
    auth: { user: access.user, pass: access.password },
    logger: false,
    clientInfo: { name: 'Huixiang' },
    disableAutoIdle: true,
    connectionTimeout: 15_000,
    greetingTimeout: 15_000,
    socketTimeout: 60_000,
  })
  // Without a listener a lost connection would end the process; the command under way rejects anyway.
  client.on('error', () => {})
  await client.connect()
  try {
    return await work(client)
  } finally {
    await client.logout().catch(() => client.close())
  }
}

/** Connects and looks into the inbox, to see that the settings are right. */
export async function tryImap(access: ImapAccess): Promise<{ messages: number }> {
  return await connected(access, async (client) => ({
    messages: (await client.mailboxOpen('INBOX', { readOnly: true })).exists,
  }))
}

/**
 * Hands over what came after `place`, oldest first, in batches.
 *
 * @param take called for each batch with the place reached by it; the next batch is fetched only after it resolved
 * @param atMost how many mails to read at the most
 */
export async function readNewMail(
  access: ImapAccess,
  place: ImapPlace,
  take: (mails: RawMail[], reached: { uidValidity: number; lastUid: number }) => Promise<void>,
  atMost = 500,
): Promise<number> {
  return await connected(access, async (client) => {
    const inbox = await client.mailboxOpen('INBOX', { readOnly: true })
    const uidValidity = Number(inbox.uidValidity)
    let lastUid = place.uidValidity === uidValidity ? place.lastUid : 0
    let count = 0
    const found = inbox.exists === 0 ? [] : await client.search({ uid: `${lastUid + 1}:*` }, { uid: true })
    const uids = (found === false || found === undefined ? [] : found)
      .filter((uid) => uid > lastUid)
      .sort((a, b) => a - b)
      .slice(0, atMost)
    for (let i = 0; i < uids.length; i += BATCH) {
      const batch = uids.slice(i, i + BATCH)
      const mails = await fetchAll(client, batch)
      lastUid = batch.at(-1) ?? lastUid
      await take(mails, { uidValidity, lastUid })
      count += mails.length
    }
    return count
  })
}

async function fetchAll(client: ImapFlow, uids: readonly number[]): Promise<RawMail[]> {
  const mails: RawMail[] = []
  const range = uids.join(',')
  const sizes = new Map<number, number>()
  for await (const { uid, size } of client.fetch(range, { uid: true, size: true }, { uid: true }))
    sizes.set(uid, size ?? 0)
  for (const uid of uids) {
    if ((sizes.get(uid) ?? 0) > LARGEST) {
      mails.push({ uid, source: null })
      continue
    }
    const one: FetchMessageObject | false = await client.fetchOne(
      String(uid),
      { uid: true, source: true },
      { uid: true },
    )
    if (one !== false && one.source !== undefined) mails.push({ uid, source: one.source })
  }
  return mails.sort((a, b) => a.uid - b.uid)
}
