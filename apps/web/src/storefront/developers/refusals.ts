import type { MessageKey } from '../../messages.ts'
import all from './refusals.json'

type Written = (typeof all)[number]
type Kind = keyof typeof nextSteps

/** A refusal as its page tells it; `details` is the TypeScript type of what it carries. */
export interface RefusalText extends Omit<Written, 'kind'> {
  kind: Kind
}

/** What a program does next, by kind; `wire` never reached a procedure. */
export const nextSteps = {
  invalid: 'next_invalid',
  unauthenticated: 'next_unauthenticated',
  forbidden: 'next_forbidden',
  missing: 'next_missing',
  conflict: 'next_conflict',
  limited: 'next_limited',
  unavailable: 'next_unavailable',
  wire: 'next_wire',
} as const satisfies Record<string, MessageKey>

const isKind = (kind: string): kind is Kind => Object.hasOwn(nextSteps, kind)

/** Every refusal, by the alphabet of codes. */
export const refusals: RefusalText[] = all.flatMap(({ kind, ...rest }) => (isKind(kind) ? { ...rest, kind } : []))

export const refusalOf = (code: string): RefusalText | undefined => refusals.find((one) => one.code === code)
