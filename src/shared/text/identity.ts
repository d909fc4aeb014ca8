/** Ways to recognise a person, folded so that the same one is always written the same way. */

/**
 * An e-mail address in lower case; null when it is none. Full-width letters of Chinese keyboards become plain.
 * Dots and plus signs stay: only the mail server of that domain knows whether they matter.
 */
export function foldedEmail(given: string): string | null {
  const email = given.normalize('NFKC').trim().toLowerCase()
  return email.length <= 254 && EMAIL.test(email) ? email : null
}

const EMAIL = /^[^\s@<>()[\],;:"\\]{1,64}@[^\s@<>()[\],;:"\\.]{1,63}(\.[^\s@<>()[\],;:"\\.]{1,63})+$/

/**
 * A telephone number as + and digits; null when it is none. A number without a country is taken as one of
 * mainland China: a mobile number (11 digits from 13 to 19), a landline with its area code, or a 400/800 service.
 *
 * @example foldedPhone('138 0013 8000')  // '+8613800138000'
 * @example foldedPhone('010-6552 9988')  // '+861065529988'
 * @source  ITU-T E.164: at most 15 digits; China's numbering plan of 2017
 */
export function foldedPhone(given: string): string | null {
  const text = given.normalize('NFKC').trim()
  if (!/^\+?[\d\s().\-‐–—/]+$/.test(text) || text.length > 40) return null
  const digits = text.replace(/\D/g, '')
  if (text.startsWith('+')) return international(digits)
  if (/^00[1-9]/.test(digits)) return international(digits.slice(2))
  const within = /^86(1[3-9]\d{9}|0\d{9,11})$/.exec(digits)?.[1] ?? digits
  if (/^1[3-9]\d{9}$/.test(within) || /^[48]00\d{7}$/.test(within)) return `+86${within}`
  if (/^0(10|2\d)\d{8}$/.test(within) || /^0[3-9]\d{2}\d{7,8}$/.test(within)) return `+86${within.slice(1)}`
  return null
}

function international(digits: string): string | null {
  if (!/^[1-9]\d{6,14}$/.test(digits)) return null
  const trunk = digits.replace(/^860(?=\d{9})/, '86')
  return trunk.startsWith('861') && /^861[3-9]/.test(trunk) && trunk.length !== 13 ? null : `+${trunk}`
}
