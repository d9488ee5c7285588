import type { Books } from './books.ts'
import type { Stocked, Wanted } from './stock-the-shop.ts'

/** What a rig may tell its server to do, and what comes back. */
export interface Orders {
  /** Fills an empty shop. */
  stock: { asked: Wanted; answer: Stocked }
  /** From now on: end at once, by SIGKILL, when this hook is passed for the n-th time. */
  killAt: { asked: { hook: string; pass: number }; answer: null }
  /** From now on: stand still, by SIGSTOP, when this hook is passed next; whoever wakes the server finds its clock so much further on. */
  stallAt: { asked: { hook: string; ms: number }; answer: null }
  /** The hooks that were passed since the last time, each once, in order. */
  hooks: { asked: null; answer: string[] }
  /** Moves the shop's clock on and does the background work that is due then. */
  later: { asked: { ms: number }; answer: null }
  books: { asked: null; answer: Books }
  /** The longest time, in ms, for which the event loop did nothing else, since the last time this was asked. */
  pause: { asked: null; answer: number }
}
export type OrderName = keyof Orders
export type Asked = { [N in OrderName]: { id: number; name: N; asked: Orders[N]['asked'] } }[OrderName]
export interface Answered {
  id: number
  answer?: unknown
  error?: string
}
/** How a rig starts its server; travels as JSON in `RIG_SERVER`. */
export interface ServerPlan {
  databaseUrl: string
  /** How far the shop's clock is ahead of the real one. */
  aheadMs: number
  poolSize?: number
  /** Does in the background only what is due when its clock is moved on. */
  patient?: true
  /** As in production, behind one proxy, and nothing happens that nobody asked for. */
  alone?: true
}
/** The pipe on which the server says, in one synchronous write, where it ends itself or stands still. */
export const lastWordsFd = 4
