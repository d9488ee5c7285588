import { refuse } from '../problems.ts'
import { commonPasswords } from './common-passwords.ts'
import { isStaff, type Role } from './user.ts'

export const leastPasswordLength = { customer: 8, staff: 12 } as const
export const mostPasswordLength = 128

// What someone tries first at this door; digits and marks around such a word make it no better.
const shopWords = [
  'comptoir',
  'boutique',
  'epicerie',
  'papeterie',
  'librairie',
  'magasin',
  'commande',
  'panier',
  'admin',
]

/**
 * Checks a new password: 8 characters for customers, 12 for staff, 128 at most, and none of those that are tried first.
 * Refuses: password_too_short, password_too_long, password_too_common.
 */
export function checkPassword(password: string, role: Role): void {
  const least = leastPasswordLength[isStaff(role) ? 'staff' : 'customer']
  const length = [...password].length
  if (length < least) refuse('password_too_short', { least })
  if (length > mostPasswordLength) refuse('password_too_long', { most: mostPasswordLength })
  if (isCommon(password)) refuse('password_too_common')
}

function isCommon(password: string): boolean {
  const plain = password.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase()
  if (commonPasswords.has(plain) || new Set(plain).size < 3) return true
  const bare = shopWords.reduce((rest, word) => rest.replaceAll(word, ''), plain)
  return bare !== plain && !/\p{L}/u.test(bare)
}
