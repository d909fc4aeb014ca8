import { foldedPhone } from '../../shared/text/identity.ts'

/**
 * How an identity that somebody begins to type may be written: as it is, in lower case as e-mail addresses are, and as
 * the beginning of a telephone number with China's country code. Empty for what is too short to begin one.
 */
export function prefixesOf(typed: string): string[] {
  const text = typed.normalize('NFKC').trim()
  if (text.length < 2) return []
  const digits = text.replace(/[\s().-]/g, '')
  const phone = foldedPhone(text) ?? (/^\d{3,15}$/.test(digits) ? `+86${digits.replace(/^0/, '')}` : digits)
  return [...new Set([text, text.toLowerCase(), phone])]
}
