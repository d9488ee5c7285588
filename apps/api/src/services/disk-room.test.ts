import { expect, test } from 'vitest'
import { hasRoom } from './disk-room.ts'

test('a disk without the room that is asked for makes the shop not ready; PostgreSQL has a disk of its own', async () => {
  expect(await hasRoom('file:./package.json', 1)).toBe(true)
  expect(await hasRoom('file:./package.json', Number.MAX_SAFE_INTEGER)).toBe(false)
  expect(await hasRoom('postgres://host/db', Number.MAX_SAFE_INTEGER)).toBe(true)
})
