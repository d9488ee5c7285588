import type { Problem } from '@comptoir/api/client-types'

const fieldOf = (value: unknown, name: string): unknown =>
  typeof value === 'object' && value !== null ? Reflect.get(value, name) : undefined

/**
 * The refusal that an error stands for, its details typed by its code; null for everything else (no network, a fault of the shop, an
 * error of the caller's own).
 */
export function problemOf(error: unknown): Problem | null {
  const problem = fieldOf(fieldOf(error, 'data'), 'problem')
  return typeof fieldOf(problem, 'code') === 'string' ? (problem as Problem) : null
}
