import { expect, test } from 'vitest'
import { audienceOf, audiences } from '../audience.ts'
import { tokenScopeOf, tokenScopes } from '../scopes.ts'
import { procedures } from './testing-world.ts'

test.each([
  ['audiences', audiences],
  ['scopes', tokenScopes],
] as const)('the table of %s names each procedure of both roots, and nothing else', (_, table) => {
  for (const face of ['shop', 'admin'] as const)
    expect(
      procedures
        .filter((one) => one.face === face)
        .map((one) => one.path)
        .toSorted(),
    ).toEqual(Object.keys(table[face]).toSorted())
})

test('a procedure that no table names is closed to everyone, and to every token', () => {
  expect(audienceOf('shop', 'orders.steal')).toBeUndefined()
  expect(audienceOf('shop', 'constructor')).toBeUndefined()
  expect(audienceOf('admin', '__proto__')).toBeUndefined()
  expect(tokenScopeOf('shop', 'orders.steal')).toBeUndefined()
  expect(tokenScopeOf('shop', 'constructor')).toBeUndefined()
  expect(tokenScopeOf('admin', '__proto__')).toBeUndefined()
})
