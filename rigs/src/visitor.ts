import { randomBytes } from 'node:crypto'
import type { AdminRouter, ShopRouter } from '@comptoir/api/client-types'
import { problemOf } from '@comptoir/client'
import { createTRPCClient, httpLink } from '@trpc/client'

/** 160 random bits, as a client draws them. */
export const newKey = (): string => randomBytes(20).toString('hex')
/** The options of a call that carries this key. */
export const withKey = (key: string) => ({ context: { key } })

/** Someone who calls a shop over HTTP and repeats nothing by himself: the rig decides what is asked again, and with which key. */
export interface Visitor {
  shop: ReturnType<typeof createTRPCClient<ShopRouter>>
  admin: ReturnType<typeof createTRPCClient<AdminRouter>>
  /** The guest cart's token, as the shop handed it out. */
  cart: string | null
}

/** A visitor of the shop at this address; `bearer` is an account's token. */
export function visitor(url: string, { bearer, cart = null }: { bearer?: string; cart?: string | null } = {}): Visitor {
  const held: Visitor = {
    ...clientsOf(url, { bearer, read: () => held.cart, write: (token) => (held.cart = token) }),
    cart,
  }
  return held
}

function clientsOf(
  url: string,
  { bearer, read, write }: { bearer: string | undefined; read: () => string | null; write: (token: string) => void },
) {
  const link = (face: 'shop' | 'admin') =>
    httpLink({
      url: `${url}/rpc/${face}`,
      headers: ({ op }) => ({
        ...(typeof op.context['key'] === 'string' && { 'idempotency-key': op.context['key'] }),
        ...(bearer !== undefined && { authorization: `Bearer ${bearer}` }),
        ...(face === 'shop' && bearer === undefined && { 'cart-token': read() ?? 'new' }),
      }),
      async fetch(address, options) {
        const answer = await fetch(address, options as RequestInit)
        const token = answer.headers.get('cart-token')
        if (token !== null) write(token)
        return answer
      },
    })
  return {
    shop: createTRPCClient<ShopRouter>({ links: [link('shop')] }),
    admin: createTRPCClient<AdminRouter>({ links: [link('admin')] }),
  }
}

/** What became of a call: its answer, a refusal by its code, or nothing that the caller could know. */
export type Outcome<T> = { answer: T } | { refused: string } | { lost: string }

/** Sorts how a call ends. An answer of the shop that is no refusal (a 500) counts as a fault and is thrown on. */
export async function outcomeOf<T>(call: Promise<T>): Promise<Outcome<T>> {
  try {
    return { answer: await call }
  } catch (error) {
    const problem = problemOf(error)
    if (problem !== null) return { refused: problem.code }
    const answered = error instanceof Error && 'data' in error && error.data !== undefined && error.data !== null
    if (answered) throw error
    return { lost: String(error) }
  }
}
