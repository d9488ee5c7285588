import type { ShopOutputs } from '../../outputs.ts'
import { shop } from '../../rpc.ts'

/** The saved addresses of whoever buys, the default first; none for a guest, undefined until known. */
export function useAddresses(profile: ShopOutputs['auth']['me']['user'] | undefined) {
  const { data, isError } = shop.addresses.list.useQuery(undefined, { enabled: Boolean(profile) })
  // Without its book the form is filled by hand.
  if (profile === null || isError) return []
  return data?.items.toSorted((a, b) => Number(b.isDefault) - Number(a.isDefault))
}
