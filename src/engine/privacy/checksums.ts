const ID_WEIGHTS = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2]
const ID_CHECKS = '10X98765432'
const USCC_ALPHABET = '0123456789ABCDEFGHJKLMNPQRTUWXY'
const USCC_WEIGHTS = [1, 3, 9, 27, 19, 26, 16, 17, 20, 29, 25, 13, 8, 24, 10, 30, 28]

/**
 * True for an 18-character Chinese identity number with a real date of birth and the right check character.
 *
 * @source GB 11643
 */
export function isIdentityNumber(number: string): boolean {
  const value = number.toUpperCase()
  if (!/^[1-9]\d{16}[\dX]$/.test(value) || !isDate(value.slice(6, 14))) return false
  const sum = ID_WEIGHTS.reduce((total, weight, i) => total + weight * Number(value[i]), 0)
  return ID_CHECKS[sum % 11] === value[17]
}

function isDate(yyyymmdd: string): boolean {
  const [year, month, day] = [yyyymmdd.slice(0, 4), yyyymmdd.slice(4, 6), yyyymmdd.slice(6)].map(Number) as [
    number,
    number,
    number,
  ]
  const leap = (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0
  const days = [31, leap ? 29 : 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31][month - 1]
  return year >= 1850 && year < 2200 && days !== undefined && day >= 1 && day <= days
}

/**
 * True when the digits pass the check of payment cards.
 *
 * @source ISO/IEC 7812-1 (Luhn)
 */
export function passesLuhn(digits: string): boolean {
  if (!/^\d{2,32}$/.test(digits)) return false
  let sum = 0
  for (let i = 0; i < digits.length; i++) {
    const digit = Number(digits[digits.length - 1 - i])
    const doubled = i % 2 === 1 ? digit * 2 : digit
    sum += doubled > 9 ? doubled - 9 : doubled
  }
  return sum % 10 === 0
}

/**
 * True for a unified social credit code of a Chinese organisation. It names a company, not a person.
 *
 * @source GB 32100
 */
export function isCreditCode(code: string): boolean {
  const value = code.toUpperCase()
  if (!/^[0-9A-HJ-NPQRTUWXY]{18}$/.test(value)) return false
  const sum = USCC_WEIGHTS.reduce((total, weight, i) => total + weight * USCC_ALPHABET.indexOf(value[i] ?? ''), 0)
  return USCC_ALPHABET[(31 - (sum % 31)) % 31] === value[17]
}

/** Which number stands for the first letter of an identity number of Taiwan. */
const TAIWAN_LETTERS = 'ABCDEFGHJKLMNPQRSTUVXYWZIO'

/**
 * True for an identity number of Taiwan (身分證字號) or a residence number (統一證號, either form) with the right check
 * digit.
 *
 * @source Ministry of the Interior, Taiwan: letters count 10…35 in the order above, weights 1 9 8 … 1 1, sum ≡ 0 (mod 10)
 */
export function isTaiwanIdentityNumber(number: string): boolean {
  const value = number.toUpperCase()
  if (!/^[A-Z][1289A-D]\d{8}$/.test(value)) return false
  const letter = (sign: string) => TAIWAN_LETTERS.indexOf(sign) + 10
  const second = /\d/.test(value[1] ?? '') ? Number(value[1]) : letter(value[1] ?? '') % 10
  const first = letter(value[0] ?? '')
  const rest = [...value.slice(2, 9)].reduce((sum, digit, i) => sum + Number(digit) * (7 - i), 0)
  const sum = Math.floor(first / 10) + (first % 10) * 9 + second * 8 + rest + Number(value[9])
  return sum % 10 === 0
}

/**
 * True for an identity number of Hong Kong (HKID), with or without brackets around its check character.
 *
 * @source Immigration Department, Hong Kong: letters count 10…35, a missing first letter 36, weights 9 … 1, sum ≡ 0 (mod 11)
 */
export function isHongKongIdentityNumber(number: string): boolean {
  const value = number.toUpperCase().replace(/[()]/g, '')
  if (!/^[A-Z]{1,2}\d{6}[\dA]$/.test(value)) return false
  const signs = value.padStart(9, ' ')
  const worth = (sign: string) => (sign === ' ' ? 36 : /\d/.test(sign) ? Number(sign) : sign.charCodeAt(0) - 55)
  const sum = [...signs].reduce((total, sign, i) => total + worth(sign) * (9 - i), 0)
  return sum % 11 === 0
}
