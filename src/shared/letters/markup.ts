/** HTML that escapes whatever is put into it, for letters; pages have their own. */

export class Markup {
  readonly html: string
  constructor(html: string) {
    this.html = html
  }
}

const SIGNS: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' }

const escaped = (text: string): string => text.replace(/[&<>"']/g, (sign) => SIGNS[sign] ?? sign)

type Filling = string | Markup | readonly Markup[] | null

const filled = (value: Filling): string => {
  if (value === null) return ''
  if (typeof value === 'string') return escaped(value)
  return value instanceof Markup ? value.html : value.map(({ html }) => html).join('')
}

/** Markup as it stands, with texts escaped, markup kept and null left out. */
export const markup = (fixed: TemplateStringsArray, ...values: readonly Filling[]): Markup =>
  new Markup(fixed.map((piece, i) => (i === 0 ? piece : filled(values[i - 1] ?? null) + piece)).join(''))
