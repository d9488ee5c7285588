import { globSync, readFileSync } from 'node:fs'
import path from 'node:path'
import ts from 'typescript'
import { describe, expect, test } from 'vitest'
import * as z from 'zod'

const features = path.join(import.meta.dirname, '../features')
const domain = path.join(import.meta.dirname, '../../../../packages/domain/src')
const viewFiles = globSync(`${features}/*/*-view.ts`)
const sources = [...viewFiles, ...globSync(`${domain}/*/*.ts`)].filter((file) => !file.includes('.test'))

/** Interfaces by name, from the text: an annotation `z.ZodType<View, View>` hides the schema's own keys from the compiler. */
const interfaces = new Map<string, ts.InterfaceDeclaration>()
for (const file of sources) {
  const source = ts.createSourceFile(file, readFileSync(file, 'utf8'), ts.ScriptTarget.Latest)
  source.forEachChild((node) => {
    if (ts.isInterfaceDeclaration(node)) interfaces.set(node.name.text, node)
  })
}

type Members = Map<string, ts.TypeNode | undefined>
function membersOf(node: ts.InterfaceDeclaration | ts.TypeLiteralNode): Members {
  const members: Members = new Map()
  if (ts.isInterfaceDeclaration(node))
    for (const { types } of node.heritageClauses ?? [])
      for (const { expression } of types) {
        const base = ts.isIdentifier(expression) ? interfaces.get(expression.text) : undefined
        if (base !== undefined) for (const [key, type] of membersOf(base)) members.set(key, type)
      }
  for (const member of node.members)
    if (ts.isPropertySignature(member) && ts.isIdentifier(member.name)) members.set(member.name.text, member.type)
  return members
}
/** The members of a type when it is written out: a literal, an interface of ours, or a list or union of one. */
function shapeOf(type: ts.TypeNode | undefined): Members | undefined {
  if (type === undefined) return undefined
  if (ts.isTypeLiteralNode(type)) return membersOf(type)
  if (ts.isArrayTypeNode(type)) return shapeOf(type.elementType)
  if (ts.isUnionTypeNode(type)) return type.types.map(shapeOf).find((shape) => shape !== undefined)
  if (!ts.isTypeReferenceNode(type) || !ts.isIdentifier(type.typeName)) return undefined
  const found = interfaces.get(type.typeName.text)
  return found && membersOf(found)
}
function inner(schema: unknown): unknown {
  if (schema instanceof z.ZodArray) return inner(schema.element)
  if (schema instanceof z.ZodNullable || schema instanceof z.ZodOptional) return inner(schema.unwrap())
  return schema
}
/** Where schema and interface differ, with the way there. */
function differences(name: string, members: Members, schema: unknown): string[] {
  const object = inner(schema)
  if (!(object instanceof z.ZodObject)) return [`${name} is no object`]
  const shape: Record<string, unknown> = object.shape
  const missing = [...members.keys()]
    .filter((key) => !(key in shape))
    .map((key) => `${name}.${key} is not in the schema`)
  const extra = Object.keys(shape)
    .filter((key) => !members.has(key))
    .map((key) => `${name}.${key} is not in the interface`)
  const deeper = [...members].flatMap(([key, type]) => {
    const below = shapeOf(type)
    return below === undefined || !(key in shape) ? [] : differences(`${name}.${key}`, below, shape[key])
  })
  return [...missing, ...extra, ...deeper]
}

const views = await Promise.all(
  viewFiles.flatMap((file) =>
    import(file).then((module: Record<string, unknown>) =>
      Object.entries(module).filter(([, value]) => value instanceof z.ZodType),
    ),
  ),
)
const schemas = views.flat().filter(([name]) => /^[A-Z]/.test(name))

describe('a view shows exactly what its interface says', () => {
  test.each(schemas)('%s', (name, schema) => {
    const declared = interfaces.get(name)
    if (declared === undefined) throw new Error(`${name} has no interface of its name`)
    expect(differences(name, membersOf(declared), schema)).toEqual([])
  })

  test('and there are views to look at', () => {
    expect(schemas.length).toBeGreaterThan(15)
  })
})
