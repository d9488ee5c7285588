import type { AnyTRPCRouter } from '@trpc/server'
import * as z from 'zod'
import { adminRouter } from '../admin-router.ts'
import { shopRouter } from '../shop-router.ts'
import { adminOperations } from './admin-operations.ts'
import type { Operation } from './operation.ts'
import { shopOperations } from './shop-operations.ts'

export type Face = 'shop' | 'admin'

/** One method on one path, with the procedure that answers it. */
export interface Route extends Operation {
  face: Face
  router: AnyTRPCRouter
  /** The procedure's path in its root: `orders.get`. */
  procedure: string
  kind: 'query' | 'mutation'
  /** Under the root, as the document writes it: `/api/orders/{id}`. */
  url: string
  /** Names in the path. */
  params: readonly string[]
  /** How each field of the input is read from text. */
  fields: ReadonlyMap<string, FieldKind>
}

/** What a text in an address stands for. */
export type FieldKind = 'text' | 'number' | 'boolean' | 'list'

const roots: Record<Face, { router: AnyTRPCRouter; operations: Record<string, readonly Operation[]>; prefix: string }> =
  {
    shop: { router: shopRouter, operations: shopOperations, prefix: '/api' },
    admin: { router: adminRouter, operations: adminOperations, prefix: '/api/admin' },
  }
export const routerOf = (face: Face): AnyTRPCRouter => roots[face].router

/** The schema that a procedure checks its input with: read it, never change it. */
export function procedureInput(face: Face, procedure: string): z.ZodType | undefined {
  const { inputs } = roots[face].router._def.procedures[procedure]._def as { inputs: readonly z.ZodType[] }
  return inputs[0]
}

/** The input of a procedure as one object, whatever stands around it. */
export function inputObject(face: Face, procedure: string): z.ZodObject {
  const schema = bare(procedureInput(face, procedure))
  if (schema instanceof z.ZodObject) return schema
  throw new Error(`${face}.${procedure} takes no object: REST cannot name its fields`)
}

function bare(schema: unknown): unknown {
  if (schema instanceof z.ZodOptional || schema instanceof z.ZodNullable) return bare(schema.unwrap())
  if (schema instanceof z.ZodDefault || schema instanceof z.ZodPrefault) return bare(schema.unwrap())
  return schema instanceof z.ZodPipe ? bare(schema.in) : schema
}

function kindOf(schema: unknown): FieldKind {
  const inner = bare(schema)
  if (inner instanceof z.ZodNumber) return 'number'
  if (inner instanceof z.ZodBoolean) return 'boolean'
  return inner instanceof z.ZodArray ? 'list' : 'text'
}

const routesOf = (face: Face): Route[] =>
  Object.entries(roots[face].operations).flatMap(([procedure, operations]) =>
    operations.map((operation) => ({
      ...operation,
      ...{ face, router: roots[face].router, procedure, kind: roots[face].router._def.procedures[procedure]._def.type },
      url: roots[face].prefix + operation.path,
      params: [...operation.path.matchAll(/\{(\w+)\}/g)].map(([, name = '']) => name),
      fields: new Map(Object.entries(inputObject(face, procedure).shape).map(([name, field]) => [name, kindOf(field)])),
    })),
  )

/** Every operation under `/api`. */
export const routes: readonly Route[] = [...routesOf('shop'), ...routesOf('admin')]
