/** What kind of mail came in: from a person, by itself, or about one of ours. */

export type MailFacts = {
  headers: Readonly<Record<string, string>>
  from: string | null
  /** The mail carries a delivery report. */
  hasReport: boolean
}

export type MailKind = 'person' | 'auto-reply' | 'bulk' | 'bounce'

const BY_MACHINE = /^(mailer-daemon|postmaster|no-?reply|do-?not-?reply|bounces?)([+\-.].*)?@/i

/**
 * Whether a mail was written by a person. Only a person's mail becomes feedback, and only a person is
 * answered by itself.
 *
 * @source RFC 3834, sections 2 and 5; RFC 3464 for delivery reports
 */
export function kindOfMail({ headers, from, hasReport }: MailFacts): MailKind {
  const has = (name: string) => headers[name] !== undefined
  const says = (name: string, pattern: RegExp) => pattern.test(headers[name] ?? '')
  if (hasReport || says('content-type', /delivery-status/i)) return 'bounce'
  if (says('return-path', /^\s*<\s*>|"address":""/) || (from !== null && /^(mailer-daemon|postmaster)@/i.test(from)))
    return 'bounce'
  if (has('auto-submitted') && !says('auto-submitted', /^no\b/i)) return 'auto-reply'
  if (has('x-autoreply') || has('x-autorespond') || has('x-auto-response-suppress')) return 'auto-reply'
  if (says('precedence', /^(bulk|junk|list)/i) || has('list-id') || has('list-unsubscribe') || has('list'))
    return 'bulk'
  if (from !== null && BY_MACHINE.test(from)) return 'auto-reply'
  return 'person'
}
