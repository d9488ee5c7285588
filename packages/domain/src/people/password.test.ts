import { describe, expect, test } from 'vitest'
import { refusal, refusalOf } from '../testing.ts'
import { commonPasswords } from './common-passwords.ts'
import { checkPassword } from './password.ts'

describe('a new password', () => {
  test('has 8 characters for customers and 12 for staff, accents and pictures counted as one', () => {
    expect(() => checkPassword('lièvre🐇x', 'customer')).not.toThrow()
    expect(refusalOf(() => checkPassword('lièvre🐇', 'customer'))).toEqual(refusal('password_too_short', { least: 8 }))
    expect(() => checkPassword('lièvre-tortu', 'admin')).not.toThrow()
    for (const role of ['support', 'catalogue', 'finance', 'admin'] as const)
      expect(refusalOf(() => checkPassword('lièvre-tort', role))).toEqual(refusal('password_too_short', { least: 12 }))
  })

  test('has 128 characters at most', () => {
    const long = 'lièvre et '.repeat(13)
    expect(() => checkPassword(long.slice(0, 128), 'customer')).not.toThrow()
    expect(refusalOf(() => checkPassword(long.slice(0, 129), 'customer'))).toEqual(
      refusal('password_too_long', { most: 128 }),
    )
  })

  test.each([
    'password',
    'Password123',
    'AZERTYUIOP',
    'motdepasse1',
    '12345678',
    'qwertyuiop',
    'aaaaaaaaaa',
    'abababab',
  ])('is not %s, which everyone tries first', (password) => {
    expect(refusalOf(() => checkPassword(password, 'customer'))).toEqual(refusal('password_too_common'))
  })

  test.each(['comptoir', 'Comptoir2026!', 'épicerie-12', 'admin-boutique', 'commande 2026'])(
    'is not %s, a word of the shop with marks around it',
    (password) => {
      expect(refusalOf(() => checkPassword(password, 'customer'))).toEqual(refusal('password_too_common'))
    },
  )

  test('may hold a word of the shop among others', () => {
    expect(() => checkPassword('le panier du lièvre', 'admin')).not.toThrow()
  })

  test('is checked against a list in which each one could be chosen', () => {
    expect(commonPasswords.size).toBeGreaterThan(300)
    for (const password of commonPasswords)
      expect(refusalOf(() => checkPassword(password, 'customer')).code).toBe('password_too_common')
  })
})
