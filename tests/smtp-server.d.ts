/** The parts of smtp-server that our tests speak to; the package brings no types. */
declare module 'smtp-server' {
  import type { EventEmitter } from 'node:events'
  import type { Server } from 'node:net'
  import type { Readable } from 'node:stream'

  type Done = (error?: Error | null, answer?: unknown) => void
  type Session = {
    id: string
    remoteAddress: string
    user?: unknown
    envelope: { mailFrom: { address: string } | false; rcptTo: { address: string }[] }
  }

  export type SMTPServerOptions = {
    authOptional?: boolean
    disabledCommands?: string[]
    logger?: boolean
    secure?: boolean
    size?: number
    onAuth?(auth: { method: string; username?: string; password?: string }, session: Session, done: Done): void
    onConnect?(session: Session, done: Done): void
    onMailFrom?(address: { address: string }, session: Session, done: Done): void
    onRcptTo?(address: { address: string }, session: Session, done: Done): void
    onData?(stream: Readable, session: Session, done: Done): void
  }

  export class SMTPServer extends EventEmitter {
    constructor(options?: SMTPServerOptions)
    readonly server: Server
    listen(port: number, host?: string, listening?: () => void): Server
    close(closed?: () => void): void
  }
}
