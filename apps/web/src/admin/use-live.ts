import type { AdminRouter } from '@comptoir/client'
import type { inferRouterInputs } from '@trpc/server'
import { type Hub, newHub, useTopic, useLost } from '../live.ts'
import { admin } from '../rpc.ts'

type Client = ReturnType<typeof admin.useUtils>['client']
type Topic = inferRouterInputs<AdminRouter>['live']['follow']['topics'][number]
type News = Parameters<NonNullable<Parameters<Client['live']['follow']['subscribe']>[1]['onData']>>[0]['data']

const hubs = new WeakMap<Client, Hub<Topic, News>>()

function hubOf(client: Client): Hub<Topic, News> {
  const known = hubs.get(client)
  if (known !== undefined) return known
  const hub = newHub<Topic, News>(({ topics, lastEventId }, { onNews, onLost }) => {
    const line = client.live.follow.subscribe(
      { topics, lastEventId },
      {
        onData: ({ id, data }) => onNews(id, data),
        onError: () => onLost(true),
        onConnectionStateChange: ({ state, error }) => onLost(state === 'connecting' && error !== null),
      },
    )
    return () => line.unsubscribe()
  })
  hubs.set(client, hub)
  return hub
}

/** Hears news of a topic over the tab's one line; null listens to nothing. */
export function useLive(topic: Topic | null, hear: (news: News) => void): void {
  useTopic(hubOf(admin.useUtils().client), topic, hear)
}

/** Whether the tab's line is cut and being tried again. */
export const useLineLost = (): boolean => useLost(hubOf(admin.useUtils().client))
