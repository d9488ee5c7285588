import { problemIn } from '../../problems.ts'
import { shop } from '../../rpc.ts'

/** Who is signed in; null for a guest, undefined until known. */
export function useProfile() {
  const query = shop.auth.profile.useQuery(undefined, { retry: false, staleTime: 60_000 })
  const guest = problemIn(query.error)?.kind === 'unauthenticated'
  return { profile: guest ? null : (query.data ?? undefined) }
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
