import { type QueryClient, useQueryClient } from '@tanstack/react-query'
import { type Hub, newHub, useLost, useTopic } from './live.ts'

interface Hear<News> {
  onData: (envelope: { id: string; data: News }) => void
  onError: () => void
  onConnectionStateChange: (now: { state: string; error: unknown }) => void
}
/** Subscribes to topics after a position, as a face's client does it. */
type Follow<Topic, News> = (
  asked: { topics: Topic[]; lastEventId: string | null },
  hear: Hear<News>,
) => { unsubscribe: () => void }

/** How the components of a face hear news, over the one line of their tab; `useFollow` gives the face's client. */
export function liveOf<Topic, News extends { of: number[]; resync?: boolean }>(useFollow: () => Follow<Topic, News>) {
  // By the query client, of which a language has one: a face hands every component a client of its own.
  const hubs = new WeakMap<QueryClient, Hub<Topic, News>>()

  function useHub(): Hub<Topic, News> {
    const queryClient = useQueryClient()
    const follow = useFollow()
    const known = hubs.get(queryClient)
    if (known !== undefined) return known
    const hub = newHub<Topic, News>(
      (asked, { onNews, onLost }) => {
        const line = follow(asked, {
          onData: ({ id, data }) => onNews(id, data),
          onError: () => onLost(true),
          onConnectionStateChange: ({ state, error }) => onLost(state === 'connecting' && error !== null),
        })
        return () => line.unsubscribe()
      },
      () => void queryClient.invalidateQueries(),
    )
    hubs.set(queryClient, hub)
    return hub
  }

  return {
    /** Hears news of a topic over the tab's one line; null listens to nothing. */
    useLive: (topic: Topic | null, hear: (news: News) => void): void => useTopic(useHub(), topic, hear),
    /** Whether the tab's line is cut and being tried again. */
    useLineLost: (): boolean => useLost(useHub()),
  }
}
