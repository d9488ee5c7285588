import { expect, test } from 'vitest'
import { passwordHasher } from './passwords.ts'

test('a stored password is argon2id with 19 MiB and two passes, and opens only for itself', async () => {
  const passwords = passwordHasher()
  const hash = await passwords.hash('correct horse')
  expect(hash).toMatch(/^\$argon2id\$v=19\$m=19456,t=2,p=1\$/)
  expect(await passwords.verify(hash, 'correct horse')).toBe(true)
  expect(await passwords.verify(hash, 'Correct horse')).toBe(false)
  expect(await passwords.hash('correct horse')).not.toBe(hash)
})

test('a long password counts to its last character', async () => {
  const passwords = passwordHasher({ cheap: true })
  const long = 'é'.repeat(127)
  const hash = await passwords.hash(`${long}a`)
  expect(await passwords.verify(hash, `${long}b`)).toBe(false)
  expect(await passwords.verify(hash, `${long}a`)).toBe(true)
})

test('a hash with lesser costs is known to be outdated', async () => {
  const weak = await passwordHasher({ cheap: true }).hash('correct horse')
  const passwords = passwordHasher()
  expect(passwords.outdated(weak)).toBe(true)
  expect(passwords.outdated(await passwords.hash('correct horse'))).toBe(false)
})

test('a flood of sign-ins is refused instead of piling up, and those let in are served', async () => {
  const passwords = passwordHasher({ cheap: true, atOnce: 1, waiting: 2 })
  const tries = await Promise.allSettled(Array.from({ length: 6 }, (_, i) => passwords.hash(`password ${i}`)))
  expect(tries.map(({ status }) => status)).toEqual([
    ...Array<string>(3).fill('fulfilled'),
    ...Array<string>(3).fill('rejected'),
  ])
  expect(tries.at(-1)).toMatchObject({ reason: { code: 'shop_busy' } })
  await expect(passwords.hash('afterwards')).resolves.toMatch(/^\$argon2id/)
})
