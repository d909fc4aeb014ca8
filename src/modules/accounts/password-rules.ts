/** Why a new password is refused; null when it will do. Length counts, composition does not (NIST SP 800-63B). */
export type PasswordFault = 'too-short' | 'too-long' | 'too-plain' | 'too-common' | 'like-email'

export const SHORTEST = 10
export const LONGEST = 200

/** The long ones of the lists that are tried first. */
const COMMON = new Set(
  `1234567890 0123456789 9876543210 0987654321 12345678910 123456789a a123456789 1234567890a 1q2w3e4r5t 1qaz2wsx3edc
   qwertyuiop qwerty12345 qwerty123456 password123 password1234 passw0rd123 adminadmin admin123456 administrator
   iloveyou123 letmein12345 woaini1314 woaini520520 woaini1314520 5201314520 zxcvbnm123 asdfghjkl123 asdfghjkl1
   abcdefghij abc1234567 aa12345678 q123456789 huixiang123 changeme123 welcome123 88888888888 abcd123456`.split(/\s+/),
)

/**
 * @param password as typed; counted in characters, so that a Chinese one is not too short for its bytes
 * @param email    of the person: it, or what stands before the @, is no password
 */
export function passwordFault(password: string, email: string): PasswordFault | null {
  const chars = [...password.normalize('NFKC')]
  const lower = chars.join('').toLowerCase()
  if (chars.length < SHORTEST) return 'too-short'
  if (chars.length > LONGEST) return 'too-long'
  if (new Set(chars).size < 4) return 'too-plain'
  if (COMMON.has(lower)) return 'too-common'
  const name = email.toLowerCase().split('@')[0] ?? ''
  if (
    lower === email.toLowerCase() ||
    (name.length >= 4 && lower.replaceAll(/\d/g, '') === name.replaceAll(/\d/g, ''))
  ) {
    return 'like-email'
  }
  return null
}
