import { shop } from '../../rpc.ts'

/** Keeps the page of one order as it is now: each step asks for the whole order again. */
export function useLiveOrder(id: string): void {
  const utils = shop.useUtils()
  shop.orders.onChange.useSubscription({ id }, { onData: () => void utils.orders.get.invalidate({ id }) })
}
