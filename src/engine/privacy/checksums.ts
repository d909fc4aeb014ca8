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
