import { createTransport } from 'nodemailer'

export type SmtpAccess = { host: string; port: number; secure: boolean; user: string; password: string }

/** Signs in to an SMTP server without sending anything; says what it is connected to. */
export async function trySmtp({ host, port, secure, user, password }: SmtpAccess): Promise<string> {
  const transport = createTransport({
    host,
    port,
    secure,
    ...(user !== '' && { auth: { user, pass: password } }),
    connectionTimeout: 15_000,
    greetingTimeout: 15_000,
  })
  try {
    await transport.verify()
    return `${host}:${port}`
  } finally {
    transport.close()
  }
}
