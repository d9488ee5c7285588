import { boundsOf } from '@comptoir/api/testing-bounds'
import * as z from 'zod'
import type { Draw } from './draw.ts'

type Schema = z.core.$ZodType
/** Texts that a shop knows: ids, days, addresses. Those that a schema takes are drawn where it asks for a text. */
export interface Pool {
  texts: readonly string[]
  taken: WeakMap<Schema, string[]>
}
export const poolOf = (texts: readonly string[]): Pool => ({ texts, taken: new WeakMap() })

/** A value that the schema's own definition describes; rules between fields are left to chance. */
export function valueOf(schema: Schema, draw: Draw, pool: Pool): unknown {
  const inner = schema as z.core.$ZodTypes
  if (isText(inner)) return textOf(inner, draw, pool)
  const { def } = inner._zod
  switch (def.type) {
    case 'object':
      return objectOf(def.shape, draw, pool)
    case 'optional':
      return draw.oneIn(2) ? undefined : valueOf(def.innerType, draw, pool)
    case 'default':
    case 'prefault':
      return draw.oneIn(3) ? undefined : valueOf(def.innerType, draw, pool)
    case 'nullable':
      return draw.oneIn(3) ? null : valueOf(def.innerType, draw, pool)
    case 'array': {
      const { least = 0, most = 3 } = boundsOf(inner)
      const length = draw.oneIn(12) ? Math.min(most, 20) : draw.int(least, Math.max(least, Math.min(most, 3)))
      return Array.from({ length }, () => valueOf(def.element, draw, pool))
    }
    case 'enum':
      return draw.pick(Object.values(def.entries))
    case 'literal':
      return draw.pick(def.values)
    case 'boolean':
      return draw.oneIn(2)
    case 'number':
      return numberOf(inner, draw)
    case 'union':
      return valueOf(draw.pick(def.options), draw, pool)
    case 'pipe':
      return valueOf(def.in, draw, pool)
    default:
      throw new Error(`teach the fuzz rig what a schema of the type "${def.type}" takes`)
  }
}

function objectOf(shape: Readonly<Record<string, Schema>>, draw: Draw, pool: Pool): Record<string, unknown> {
  const fields = Object.entries(shape).map(([key, field]): [string, unknown] => [key, valueOf(field, draw, pool)])
  return Object.fromEntries(fields.filter(([, value]) => value !== undefined))
}

function isText(schema: z.core.$ZodTypes): boolean {
  const { def } = schema._zod
  return def.type === 'string' || (def.type === 'pipe' && isText(def.in as z.core.$ZodTypes))
}

const alphabets = ['abcdefghij klmnop', 'éàçœ—“”…', 'ABC 123-_.', '日本語 العربية', '🙂👩‍👩‍👧 é']

function textOf(schema: Schema, draw: Draw, pool: Pool): string {
  let known = pool.taken.get(schema)
  if (known === undefined) {
    known = pool.texts.filter((text) => z.safeParse(schema, text).success)
    pool.taken.set(schema, known)
  }
  const { most = 200 } = boundsOf(schema)
  const letters = [...draw.pick(alphabets)]
  const length = draw.oneIn(8) ? most : draw.int(1, Math.min(40, most))
  const free = Array.from({ length }, () => draw.pick(letters))
    .join('')
    .slice(0, most)
  const fits = known.length === 0 || (draw.oneIn(2) && z.safeParse(schema, free).success)
  return fits ? free : draw.pick(known)
}

function numberOf(schema: Schema, draw: Draw): number {
  const { least = -1_000_000, most = 1_000_000 } = boundsOf(schema)
  const kind = draw.int(0, 5)
  if (kind === 0) return least
  if (kind === 1) return most
  return draw.int(least, Math.min(most, least + (kind < 5 ? 10 : 10_000)))
}
