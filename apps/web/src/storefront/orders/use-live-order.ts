import { shop } from '../../rpc.ts'
import { useLive } from '../use-live.ts'

/** Keeps the page of one order as it is now: each step asks for the whole order again. */
export function useLiveOrder(id: string): void {
  const utils = shop.useUtils()
  useLive({ about: 'order', id }, () => void utils.orders.get.invalidate({ id }))
}
