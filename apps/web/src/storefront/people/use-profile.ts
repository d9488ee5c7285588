import { shop } from '../../rpc.ts'

/** Who is signed in; null for a guest, undefined until known. */
export function useProfile() {
  const query = shop.auth.profile.useQuery(undefined, { staleTime: 60_000 })
  // Whoever cannot be named is served as a guest.
  return { profile: query.isError ? null : query.data }
}

/** After signing in or out: whatever was fetched as somebody else is fetched again. */
export function useForgetEverything() {
  const utils = shop.useUtils()
  return async () => {
    utils.auth.profile.setData(undefined, undefined)
    await Promise.all([
      utils.auth.invalidate(),
      utils.cart.invalidate(),
      utils.orders.invalidate(),
      utils.support.invalidate(),
    ])
  }
}
