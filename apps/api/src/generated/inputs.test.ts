import { isStaff, may } from '@comptoir/domain/people'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { audienceOf } from '../audience.ts'
import { digestOf, refused } from '../testing-orders.ts'
import { call, type Caller, openWorld, type Procedure, procedures, type World } from './testing-world.ts'

let world: World
beforeAll(async () => {
  world = await openWorld()
})
afterAll(() => world[Symbol.asyncDispose]())

function callerOf({ face, path }: Procedure): Caller {
  const audience = audienceOf(face, path)
  if (face === 'shop' || audience === undefined || audience === 'anyone') return 'alice'
  return audience === 'signed in' ? (isStaff('admin') ? 'admin' : 'alice') : may('admin', audience) ? 'admin' : 'alice'
}
const inputOf = (one: Procedure) => one.sample.input(world.mine, world.carts[callerOf(one)]) as object

type Path = (string | number)[]
/** Every plain value of an input, with where it stands. */
function* leaves(value: unknown, path: Path = []): Generator<{ path: Path; value: string | number | boolean }> {
  if (Array.isArray(value)) for (const [i, one] of value.entries()) yield* leaves(one, [...path, i])
  else if (typeof value === 'object' && value !== null)
    for (const [key, one] of Object.entries(value)) yield* leaves(one, [...path, key])
  else if (typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean') yield { path, value }
}
/** The same input with one value replaced. */
function replaced(input: unknown, [step, ...rest]: Path, value: unknown): unknown {
  if (step === undefined) return value
  if (Array.isArray(input)) return input.map((one, i) => (i === step ? replaced(one, rest, value) : one))
  const fields = input as Record<string, unknown>
  return { ...fields, [step]: replaced(fields[step], rest, value) }
}
/** What looks like the value and is not: no input is bent into shape. */
const lookalikes = (value: string | number | boolean): unknown[] => {
  if (typeof value === 'number') return [String(value), true, 1e21, 0.1, -0.5, [value], Number.MAX_SAFE_INTEGER]
  if (typeof value === 'string') return [5, true, [value], { value }, 'x'.repeat(10_001)]
  return [String(value), 1, 0, 'on', [value]]
}

/** The names of the wrong fields in a refusal of bad input, with their words. */
async function wrongFields(one: Procedure, input: unknown, locale: 'fr' | 'en') {
  const { code, problem } = await refused(call(world.visits[callerOf(one)], one, input), locale)
  expect(code).toBe('BAD_REQUEST')
  return problem?.code === 'input_invalid' ? problem.details.fields : []
}

describe.each(procedures.map((one) => [`${one.face} ${one.path}`, one] as const))('%s', (_, one) => {
  test('refuses a field that it does not know, and names it in both languages', async () => {
    const before = await digestOf(world.shop)
    const input = { ...inputOf(one), surprise: 1 }
    const [fr] = await wrongFields(one, input, 'fr')
    const [en] = await wrongFields(one, input, 'en')
    expect([fr?.path, en?.path]).toEqual(['surprise', 'surprise'])
    expect(fr?.message).not.toBe(en?.message)
    for (const words of [fr?.message, en?.message]) expect(words).toMatch(/[a-zé]{3,} /i)
    expect(await digestOf(world.shop)).toEqual(before)
  })

  test('takes each value as it is, or refuses it by name', async () => {
    const before = await digestOf(world.shop)
    const input = inputOf(one)
    for (const { path, value } of leaves(input))
      for (const wrong of lookalikes(value)) {
        // A version of any height is one; it is only not the current one.
        if (path.at(-1) === 'version' && wrong === Number.MAX_SAFE_INTEGER) continue
        const fields = await wrongFields(one, replaced(input, path, wrong), 'en')
        expect(fields[0]?.path, JSON.stringify(wrong)).toContain(path.join('.'))
      }
    expect(await digestOf(world.shop)).toEqual(before)
  })
})

// What PostgreSQL cannot store must be caught before it gets there.
const hostile = ['a\u0000b', '\ud800', "'; drop table users; --"]
test('no text makes any procedure stumble, on PostgreSQL either', async () => {
  await using other = await openWorld('postgres')
  for (const one of procedures) {
    const caller = callerOf(one)
    const input = one.sample.input(other.mine, other.carts[caller])
    const cursors = hostile.flatMap((text) =>
      ['products:price_asc', 'products:popular', 'products:newest', 'threads:newest'].map((list) =>
        Buffer.from(JSON.stringify([list, 5, text])).toString('base64url'),
      ),
    )
    const listed = one.path.endsWith('.list')
    const inputs = [
      ...[...leaves(input)]
        // Any place in a stream is one; it would wait for what comes next.
        .filter(({ path, value }) => typeof value === 'string' && path.at(-1) !== 'lastEventId')
        .flatMap(({ path }) => hostile.map((text) => replaced(input, path, text))),
      ...(listed ? cursors.map((cursor) => ({ cursor, sort: 'price_asc' })) : []),
      ...(listed ? cursors.map((cursor) => ({ cursor })) : []),
    ]
    for (const wrong of inputs) {
      const outcome = await call(other.visits[caller], one, wrong).then(
        () => 'ok',
        (error: unknown) => (error as { code: string }).code,
      )
      expect.soft(outcome, `${one.face} ${one.path} ${JSON.stringify(wrong)}`).not.toBe('INTERNAL_SERVER_ERROR')
    }
  }
})

test('an unknown field deep inside is refused as well', async () => {
  const one = procedures.find(({ path }) => path === 'orders.checkout')
  if (one === undefined) throw new Error('there is a checkout')
  const fields = await wrongFields(one, replaced(inputOf(one), ['address', 'isAdmin'], true), 'fr')
  expect(fields[0]?.path).toBe('address.isAdmin')
})

test.each(['__proto__', 'constructor', 'prototype'])('a field called %s changes nobody’s nature', async (name) => {
  const one = procedures.find(({ path }) => path === 'auth.updateProfile')
  if (one === undefined) throw new Error('there is a profile')
  const input: unknown = JSON.parse(`{"name":"Camille","${name}":{"role":"admin"}}`)
  const outcome = await call(world.visits.alice, one, input).then(
    (profile) => (profile as { role: string }).role,
    (error: unknown) => (error as { code: string }).code,
  )
  expect(['customer', 'BAD_REQUEST']).toContain(outcome)
  expect(Reflect.get({}, 'role')).toBeUndefined()
})
