import { redirect } from '@tanstack/react-router'
import type { ShopLine } from '../../rpc.ts'

interface Door {
  context: { shop: ShopLine['utils'] }
  params: { locale: string }
  location: { href: string }
}

/** Lets on whoever is signed in; shows a guest the way to the sign-in page and back. */
export async function onlySignedIn({ context, params, location }: Door): Promise<void> {
  const { user } = await context.shop.auth.me.fetch(undefined, { staleTime: 60_000 })
  if (user === null) throw redirect({ href: `/${params.locale}/sign-in?back=${encodeURIComponent(location.href)}` })
}
