/**
 * A real mail server on this machine: Dovecot serves IMAP from Maildirs, and an SMTP server puts what is
 * sent into the Maildir of whom it is sent to. Null where Dovecot is not installed.
 */
import { spawn } from 'node:child_process'
import { randomUUID } from 'node:crypto'
import { accessSync, chmodSync, chownSync, mkdirSync, mkdtempSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { connect, createServer } from 'node:net'
import { tmpdir, userInfo } from 'node:os'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { SMTPServer } from 'smtp-server'

export const PASSWORD = 'a-password-for-tests'

export type MailServer = {
  imapPort: number
  smtpPort: number
  /** Puts a mail as it is into somebody's inbox. */
  deliver(to: string, source: string): void
  /** Everything that was sent by SMTP, as it came. */
  sent: { to: string[]; source: string }[]
  /** Addresses that the SMTP server refuses for good. */
  refused: Set<string>
  stop(): Promise<void>
}

const DOVECOT = '/usr/sbin/dovecot'
const NOBODY = { uid: 65_534, gid: 65_534, name: 'nobody', group: 'nogroup' }

export async function startMailServer(): Promise<MailServer | null> {
  try {
    accessSync(DOVECOT)
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return null
    throw error
  }
  const folder = mkdtempSync(join(tmpdir(), 'hx-mail-'))
  const own = userInfo()
  const account = own.uid === 0 ? NOBODY : { uid: own.uid, gid: own.gid, name: own.username, group: String(own.gid) }
  chmodSync(folder, 0o755)
  mkdirSync(join(folder, 'mail'))
  chownSync(join(folder, 'mail'), account.uid, account.gid)
  const imapPort = await freePort()
  const config = join(folder, 'dovecot.conf')
  writeFileSync(config, dovecotConfig(folder, imapPort, account, own.uid === 0))
  const dovecot = spawn(DOVECOT, ['-F', '-c', config], { stdio: 'ignore' })
  await answering(imapPort)

  const deliver = (to: string, source: string) => deliverTo(join(folder, 'mail', to.toLowerCase()), source, account)
  const sent: MailServer['sent'] = []
  const refused = new Set<string>()
  const smtp = new SMTPServer({
    authOptional: true,
    disabledCommands: ['STARTTLS'],
    onAuth: (auth, _, done) =>
      auth.password === PASSWORD ? done(null, { user: auth.username ?? '' }) : done(new Error('wrong password')),
    onRcptTo: (address, _, done) =>
      done(
        refused.has(address.address.toLowerCase())
          ? Object.assign(new Error('5.1.1 no such user here'), { responseCode: 550 })
          : null,
      ),
    onData(stream, session, done) {
      const chunks: Buffer[] = []
      stream.on('data', (chunk: Buffer) => chunks.push(chunk))
      stream.on('end', () => {
        const source = Buffer.concat(chunks).toString('utf8')
        const to = session.envelope.rcptTo.map(({ address }) => address)
        sent.push({ to, source })
        for (const address of to) deliver(address, source)
        done()
      })
    },
  })
  const smtpPort = await new Promise<number>((resolve) => {
    const server = smtp.listen(0, '127.0.0.1', () => {
      const address = server.address()
      resolve(typeof address === 'object' && address !== null ? address.port : 0)
    })
  })
  return {
    imapPort,
    smtpPort,
    deliver,
    sent,
    refused,
    async stop() {
      await new Promise<void>((resolve) => smtp.close(() => resolve()))
      const gone = new Promise((resolve) => dovecot.once('exit', resolve))
      dovecot.kill('SIGTERM')
      await gone
      rmSync(folder, { recursive: true, force: true })
    },
  }
}

type Account = { uid: number; gid: number; name: string; group: string }

function dovecotConfig(folder: string, port: number, account: Account, root: boolean): string {
  const internal = root
    ? ''
    : `default_internal_user = ${account.name}\ndefault_internal_group = ${account.group}\ndefault_login_user = ${account.name}\n`
  return `${internal}protocols = imap
listen = 127.0.0.1
base_dir = ${folder}/run
state_dir = ${folder}/state
log_path = ${folder}/log
ssl = no
disable_plaintext_auth = no
first_valid_uid = 1
mail_location = maildir:${folder}/mail/%u
passdb {
  driver = static
  args = password=${PASSWORD}
}
userdb {
  driver = static
  args = uid=${account.uid} gid=${account.gid} home=${folder}/mail/%u
}
service imap-login {
  chroot =
  inet_listener imap {
    port = ${port}
  }
  inet_listener imaps {
    port = 0
  }
}
service anvil {
  chroot =
}
`
}

/** As a mail server writes a Maildir: into tmp first, then moved where readers look. */
function deliverTo(maildir: string, source: string, { uid, gid }: Account): void {
  for (const part of ['', 'tmp', 'new', 'cur']) {
    mkdirSync(join(maildir, part), { recursive: true })
    chownSync(join(maildir, part), uid, gid)
  }
  const name = `${Date.now()}.${randomUUID()}.localhost`
  writeFileSync(join(maildir, 'tmp', name), source)
  chownSync(join(maildir, 'tmp', name), uid, gid)
  renameSync(join(maildir, 'tmp', name), join(maildir, 'new', name))
}

export function freePort(): Promise<number> {
  return new Promise((resolve) => {
    const server = createServer().listen(0, '127.0.0.1', () => {
      const address = server.address()
      server.close(() => resolve(typeof address === 'object' && address !== null ? address.port : 0))
    })
  })
}

async function answering(port: number): Promise<void> {
  for (let tries = 0; tries < 100; tries++) {
    const open = await new Promise<boolean>((resolve) => {
      const socket = connect(port, '127.0.0.1', () => resolve(true))
      socket.on('error', () => resolve(false))
      socket.on('connect', () => socket.end())
    })
    if (open) return
    await sleep(100)
  }
  throw new Error('the mail server does not answer')
}
