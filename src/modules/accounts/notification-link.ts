/** Where in the app a thing is opened, by the kind its outside id begins with. */
const PAGES: Readonly<Record<string, (id: string) => string>> = {
  case: (id) => `/app/inbox?case=${id}`,
  imp: (id) => `/app/improvements/${id}`,
  fb: (id) => `/app/explorer?voice=${id}`,
  survey: (id) => `/app/surveys/${id}`,
  cust: (id) => `/app/customers/${id}`,
  theme: (id) => `/app/themes?theme=${id}`,
  post: (id) => `/app/coordinated?post=${id}`,
  import: () => '/app/settings/imports',
}

/** The address that shows `subject` (`case_…`, `imp_…`); null when nothing does. */
export function linkOf(subject: string): string | null {
  const [kind = ''] = subject.split('_')
  return /^[a-z]+_[0-9a-z]+$/.test(subject) ? (PAGES[kind]?.(subject) ?? null) : null
}

/** The same from outside the app, where nobody knows which workspace is open. */
export function linkInto(workspace: string, subject: string): string | null {
  const link = linkOf(subject)
  return link === null ? null : `${link}${link.includes('?') ? '&' : '?'}in=${workspace}`
}
