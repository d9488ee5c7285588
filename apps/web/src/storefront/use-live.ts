import type { ShopRouter } from '@comptoir/client'
import type { inferRouterInputs } from '@trpc/server'
import { shop } from '../rpc.ts'
import { liveOf } from '../use-live.ts'

type Client = ReturnType<typeof shop.useUtils>['client']
type Topic = inferRouterInputs<ShopRouter>['live']['follow']['topics'][number]
type News = Parameters<NonNullable<Parameters<Client['live']['follow']['subscribe']>[1]['onData']>>[0]['data']

export const { useLive } = liveOf<Topic, News>(() => {
  const { follow } = shop.useUtils().client.live
  return (asked, hear) => follow.subscribe(asked, hear)
})
