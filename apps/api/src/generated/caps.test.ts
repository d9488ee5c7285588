import * as z from 'zod'
import { expect, test } from 'vitest'
import { procedureInput } from '../rest/routes.ts'
import { boundsOf } from './testing-bounds.ts'
import { procedures } from './testing-world.ts'

type Schema = z.core.$ZodTypes
interface Capped {
  /** Where it stands, as a person would write it: `shop orders.place lines.email`. */
  name: string
  kind: 'text' | 'list' | 'number'
  schema: Schema
  most: number | undefined
}

/** Every text, list and number of an input, with the most that it may be. */
function* cappedIn(schema: z.core.$ZodType, name: string): Generator<Capped> {
  const inner = schema as Schema
  const { def } = inner._zod
  const { most } = boundsOf(inner)
  if (def.type === 'object')
    for (const [key, field] of Object.entries(def.shape)) yield* cappedIn(field, `${name} ${key}`)
  else if (def.type === 'array') {
    yield { name, kind: 'list', schema: inner, most }
    yield* cappedIn(def.element, `${name} each`)
  } else if (def.type === 'string') yield { name, kind: 'text', schema: inner, most }
  else if (def.type === 'number') yield { name, kind: 'number', schema: inner, most }
  else if (def.type === 'union') for (const one of def.options) yield* cappedIn(one, name)
  else if (def.type === 'pipe') yield* cappedIn(def.in, name)
  else if ('innerType' in def) yield* cappedIn(def.innerType, name)
}

const all = procedures.flatMap(({ face, path }) => {
  const schema = procedureInput(face, path)
  return schema === undefined ? [] : [...cappedIn(schema, `${face} ${path}`)]
})
const valueOf = ({ kind }: Capped, size: number): unknown =>
  kind === 'text' ? 'x'.repeat(size) : kind === 'list' ? Array(size).fill('x') : size
/** Whether the schema says that this is too much of it; what else is wrong with it is no matter. */
const tooMuch = (one: Capped, size: number): boolean =>
  z
    .safeParse(one.schema, valueOf(one, size))
    .error?.issues.some(({ code, path }) => code === 'too_big' && path.length === 0) ?? false

test('there are texts, lists and numbers to look at', () => {
  expect(Map.groupBy(all, ({ kind }) => kind).size).toBe(3)
  expect(all.length).toBeGreaterThan(300)
})

test('every text, list and number that the shop takes has a most', () => {
  // A version counts one person's edits of one thing.
  const open = all.filter(({ most, name }) => most === undefined && !name.endsWith(' version'))
  expect(open.map(({ name }) => name)).toEqual([])
})

test.each(
  all
    .filter(({ kind, name }) => kind !== 'number' || !name.endsWith(' version'))
    .map((one) => [`${one.name} (${one.kind})`, one] as const),
)('%s: the most is taken, one more is refused as too much', (_, one) => {
  expect([tooMuch(one, one.most ?? 0), tooMuch(one, (one.most ?? 0) + 1)]).toEqual([false, true])
})

test('a page has at most 100 rows, whatever is listed', () => {
  const pages = all.filter(({ name }) => name.endsWith(' limit'))
  expect(pages.length).toBeGreaterThan(8)
  expect([...new Set(pages.map(({ most }) => most))]).toEqual([100])
})
