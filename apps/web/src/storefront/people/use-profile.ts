import { useCallback } from 'react'
import { shop } from '../../rpc.ts'
import { tellOtherTabs } from '../tabs.ts'

/** Who is signed in; null for a guest, undefined until known. */
export function useProfile() {
  const query = shop.auth.me.useQuery(undefined, { staleTime: 60_000 })
  // Whoever cannot be named is served as a guest.
  return { profile: query.isError ? null : query.data?.user }
}

/** Whatever was fetched as somebody else is fetched again, in this tab. */
export function useForgetHere() {
  const utils = shop.useUtils()
  return useCallback(
    () =>
      Promise.all([
        utils.auth.invalidate(),
        utils.addresses.invalidate(),
        utils.cart.invalidate(),
        utils.orders.invalidate(),
        utils.support.invalidate(),
      ]),
    [utils],
  )
}

/** After signing in or out: everything is fetched again, here and in the other tabs. */
export function useForgetEverything() {
  const forget = useForgetHere()
  return async () => {
    tellOtherTabs('person')
    await forget()
  }
}
