import { globSync } from 'node:fs'
import path from 'node:path'
import * as kinds from '@comptoir/domain/input-kinds'
import * as z from 'zod'
import { commentsIn, type Comments } from './comments.ts'

const root = path.join(import.meta.dirname, '../../..')
const views = globSync(path.join(root, 'apps/api/src/features/*/*-view.ts')).toSorted()
const inputs = globSync(path.join(root, 'packages/domain/src/*/inputs.ts')).toSorted()

const capital = (word: string) => word.charAt(0).toUpperCase() + word.slice(1)

/** What the code says of its schemas: their names, and the comments of their fields. */
export interface Named {
  comments: ReadonlyMap<string, Comments>
  /** The name of an input by its schema. */
  inputNames: ReadonlyMap<unknown, string>
}

const schemasIn = async (file: string): Promise<[string, z.ZodType][]> =>
  Object.entries((await import(file)) as Record<string, unknown>).filter(
    (pair): pair is [string, z.ZodType] => pair[1] instanceof z.ZodType,
  )

/** Gives each view and input its name in the registry, where the document takes it from; the schemas stay as they are. */
export async function nameSchemas(): Promise<Named> {
  const comments = new Map<string, Comments>()
  const inputNames = new Map<unknown, string>()
  const named = new Set<unknown>()
  const taken = new Set<string>()
  for (const file of views) {
    const feature = capital(
      path.basename(file, '-view.ts').replaceAll(/-(\w)/g, (_, letter: string) => letter.toUpperCase()),
    )
    const said = commentsIn(file)
    for (const [name, schema] of await schemasIn(file)) {
      // A view that another file hands on keeps its first name; a plain list of words needs none.
      if (named.has(schema) || !(schema instanceof z.ZodObject)) continue
      const plain = capital(name)
      const id = taken.has(plain) ? feature + plain : plain
      named.add(schema)
      taken.add(id)
      z.globalRegistry.add(schema, { id })
      const comment = said.get(plain)
      if (comment !== undefined) comments.set(id, comment)
    }
  }
  for (const file of inputs) {
    const said = commentsIn(file)
    for (const [name, schema] of await schemasIn(file)) {
      inputNames.set(schema, inputNames.get(schema) ?? name)
      const comment = said.get(name)
      if (comment !== undefined) comments.set(name, comment)
    }
  }
  return { comments, inputNames }
}

const known: [z.ZodType, { format?: string; examples: unknown[] }][] = [
  [kinds.email, { format: 'email', examples: ['camille@email.test'] }],
  [kinds.day, { format: 'date', examples: ['2026-11-22'] }],
  [kinds.slug, { examples: ['bol-en-gres'] }],
]
/** Says in the registry what a schema's code checks and JSON Schema cannot see: ids by kind, e-mails, days. */
export function describeKinds(schema: unknown): void {
  for (const [kind, meta] of known) z.globalRegistry.add(kind, meta)
  describeIds(schema)
}

function describeIds(schema: unknown): void {
  if (schema instanceof z.ZodObject) return Object.values(schema.shape).forEach(describeIds)
  if (schema instanceof z.ZodArray) return describeIds(schema.element)
  if (schema instanceof z.ZodOptional || schema instanceof z.ZodNullable || schema instanceof z.ZodDefault)
    return describeIds(schema.unwrap())
  if (!(schema instanceof z.ZodString)) return
  for (const check of schema.def.checks ?? []) {
    const { params } = check._zod.def as { params?: { kind?: string } }
    if (params?.kind === undefined) continue
    const meta = {
      pattern: `^${params.kind}_[0-9a-hjkmnp-tv-z]{26}$`,
      examples: [`${params.kind}_01kanvd1d8r3w5z7b9c2f4g6h8`],
    }
    z.globalRegistry.add(schema, meta)
  }
}
