import type { AdminRouter } from '@comptoir/client'
import type { inferRouterInputs } from '@trpc/server'
import { admin } from '../rpc.ts'
import { liveOf } from '../use-live.ts'

type Client = ReturnType<typeof admin.useUtils>['client']
type Topic = inferRouterInputs<AdminRouter>['live']['follow']['topics'][number]
type News = Parameters<NonNullable<Parameters<Client['live']['follow']['subscribe']>[1]['onData']>>[0]['data']

export const { useLive, useLineLost } = liveOf<Topic, News>(() => {
  const { follow } = admin.useUtils().client.live
  return (asked, hear) => follow.subscribe(asked, hear)
})
