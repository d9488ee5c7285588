import type { AdminRouter } from '@comptoir/client'
import { type QueryClient, useQueryClient } from '@tanstack/react-query'
import type { inferRouterInputs } from '@trpc/server'
import { type Hub, newHub, useTopic, useLost } from '../live.ts'
import { admin } from '../rpc.ts'

type Client = ReturnType<typeof admin.useUtils>['client']
type Topic = inferRouterInputs<AdminRouter>['live']['follow']['topics'][number]
type News = Parameters<NonNullable<Parameters<Client['live']['follow']['subscribe']>[1]['onData']>>[0]['data']

// By the query client, of which a language has one: `useUtils` hands every component a client of its own.
const hubs = new WeakMap<QueryClient, Hub<Topic, News>>()

function useHub(): Hub<Topic, News> {
  const queryClient = useQueryClient()
  const { client } = admin.useUtils()
  const known = hubs.get(queryClient)
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
  hubs.set(queryClient, hub)
  return hub
}

/** Hears news of a topic over the tab's one line; null listens to nothing. */
export function useLive(topic: Topic | null, hear: (news: News) => void): void {
  useTopic(useHub(), topic, hear)
}

/** Whether the tab's line is cut and being tried again. */
export const useLineLost = (): boolean => useLost(useHub())
