import { AsyncLocalStorage } from 'node:async_hooks'
import type { IncomingMessage, ServerResponse } from 'node:http'
import type { GatewayFault } from '@comptoir/api/services/payments.fake'
import type { Database } from '@comptoir/db'

/** Called at each hook with its name, such as `orders.pay: write 2 commits`; it must not wait for anything. */
export type AtHook = (name: string) => void

interface Call {
  operation: string
  writes: number
  gateway: string | null
}
const calls = new AsyncLocalStorage<Call>()

// The sweeps and jobs run for ever: their writes have no numbers.
const place = (): string => {
  const call = calls.getStore()
  if (call === undefined) return 'background: write'
  return call.gateway === null
    ? `${call.operation}: write ${call.writes}`
    : `${call.operation}: gateway ${call.gateway} write`
}

/** The same database with a hook before each write, before its COMMIT, and after it. */
export const watchedDatabase = (db: Database, at: AtHook): Database => ({
  ...db,
  async write(work) {
    const call = calls.getStore()
    if (call?.gateway === null) call.writes += 1
    const name = place()
    at(`${name} begins`)
    const result = await db.write(async (tx) => {
      const answer = await work(tx)
      at(`${name} commits`)
      return answer
    })
    at(`${name} committed`)
    return result
  },
})

/** Hooks around the calls of the gateway: before it hears of them, and when it has answered but the shop has not heard. */
export const watchedGateway =
  (at: AtHook): GatewayFault =>
  (when, call) => {
    const known = calls.getStore()
    at(`${known?.operation ?? 'background'}: gateway ${call} ${when === 'before' ? 'asked' : 'answered'}`)
    // `find` reads only, so nothing says when it ends.
    if (known !== undefined) known.gateway = when === 'before' && call !== 'find' ? call : null
  }

/** Answers a request inside its own call, so that the hooks know whose they are. */
export const named =
  (listener: (request: IncomingMessage, answer: ServerResponse) => void) =>
  (request: IncomingMessage, answer: ServerResponse): void => {
    const operation = /^\/rpc\/\w+\/([\w.,]+)/.exec(request.url ?? '')?.[1]
    if (operation === undefined) return listener(request, answer)
    calls.run({ operation, writes: 0, gateway: null }, () => listener(request, answer))
  }
