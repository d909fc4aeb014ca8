import { PII_LABELS, type PiiFinding, type PiiKind } from './kinds.ts'

export type MaskOptions = {
  /** `edges` keeps the first six and last four of an identity number, for roles that must compare it. Default `token`. */
  idCard?: 'token' | 'edges'
}

/** Digits as ASCII, whatever they were written with; other characters go. */
const digitsOf = (value: string): string => value.normalize('NFKC').replace(/[^\dXx]/g, '')

/** What stays readable of one value, or null when only its kind may be told. */
function partial(kind: PiiKind, value: string, { idCard = 'token' }: MaskOptions): string | null {
  const digits = digitsOf(value)
  if (kind === 'mobile' && digits.length >= 11) return `${digits.slice(-11, -8)}****${digits.slice(-4)}`
  if (kind === 'bank-card' && digits.length >= 13) return `****${digits.slice(-4)}`
  if (kind === 'id-card' && idCard === 'edges' && digits.length === 18)
    return `${digits.slice(0, 6)}********${digits.slice(-4).toUpperCase()}`
  if (kind === 'email') {
    const [name, domain] = value.normalize('NFKC').split('@')
    return name && domain ? `${[...name][0]}***@${domain}` : null
  }
  return null
}

/**
 * The text with its personal data made unreadable: 138****8000, a***@b.com, ****4321, and [身份证] or [地址2] where
 * nothing may stay (the same value gets the same token within one text).
 *
 * @param findings of `findPii` for this text
 */
export function mask(text: string, findings: readonly PiiFinding[], options: MaskOptions = {}): string {
  const tokens = new Map<string, string>()
  const counts = new Map<PiiKind, number>()
  const tokenFor = (kind: PiiKind, value: string): string => {
    const known = tokens.get(`${kind} ${value}`)
    if (known !== undefined) return known
    const nth = (counts.get(kind) ?? 0) + 1
    counts.set(kind, nth)
    const token = `[${PII_LABELS[kind]}${nth > 1 ? nth : ''}]`
    tokens.set(`${kind} ${value}`, token)
    return token
  }
  const pieces: string[] = []
  let from = 0
  for (const { kind, start, end } of findings.toSorted((a, b) => a.start - b.start)) {
    if (start < from) continue
    const value = text.slice(start, end)
    pieces.push(text.slice(from, start), partial(kind, value, options) ?? tokenFor(kind, value))
    from = end
  }
  return pieces.join('') + text.slice(from)
}
