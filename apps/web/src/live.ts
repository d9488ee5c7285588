import { useEffect, useRef, useSyncExternalStore } from 'react'

/** What a line tells: `of` are the places of the topics, as they were asked, that the news is about. */
interface Told {
  of: number[]
  resync?: boolean
}
interface Hear<News extends Told> {
  onNews(id: string, news: News): void
  /** The line is cut, or whole again. */
  onLost(lost: boolean): void
}
/** Opens a line for topics, after a position where one is known; answers what closes it. */
export type OpenLine<Topic, News extends Told> = (
  asked: { topics: Topic[]; lastEventId: string | null },
  hear: Hear<News>,
) => () => void

/** One line for all that a tab listens to: a browser keeps only six to a shop, and every tab needs one for its calls. */
export interface Hub<Topic, News extends Told> {
  /** Hears news of a topic until the answer is called. */
  listen(topic: Topic, hear: (news: News) => void): () => void
  lost(): boolean
  /** Tells when `lost` may have changed. */
  watch(changed: () => void): () => void
}

/** `onResync` is told when events are missing for good: all that pages show is to be read anew. */
export function newHub<Topic, News extends Told>(
  open: OpenLine<Topic, News>,
  onResync: () => void = () => {},
): Hub<Topic, News> {
  const listeners = new Set<{ key: string; topic: Topic; hear: (news: News) => void }>()
  const watchers = new Set<() => void>()
  let line: { keys: string[]; close: () => void } | undefined
  let position: string | null = null
  let lost = false
  let due = false

  const setLost = (now: boolean) => {
    if (lost === now) return
    lost = now
    for (const changed of watchers) changed()
  }
  function settle() {
    due = false
    const topics = new Map([...listeners].map(({ key, topic }) => [key, topic]))
    const keys = [...topics.keys()].toSorted()
    if (line !== undefined && keys.join() === line.keys.join()) return
    line?.close()
    line = undefined
    if (keys.length === 0) {
      position = null
      return setLost(false)
    }
    const now = { keys, close: () => {} }
    line = now
    // A new set of topics goes on where the line before it was: nothing is missed while it changes.
    now.close = open(
      { topics: keys.map((key) => topics.get(key) as Topic), lastEventId: position },
      {
        onNews(id, news) {
          if (line !== now) return
          position = id
          setLost(false)
          if (news.resync === true) onResync()
          const wanted = new Set(news.of.map((at) => keys[at]))
          for (const { key, hear } of [...listeners]) if (wanted.has(key)) hear(news)
        },
        onLost: (cut) => {
          if (line === now) setLost(cut)
        },
      },
    )
  }
  // Pages come and go in one turn: the line is changed once, after it.
  const soon = () => {
    if (due) return
    due = true
    queueMicrotask(settle)
  }
  return {
    listen(topic, hear) {
      const listener = { key: JSON.stringify(topic), topic, hear }
      listeners.add(listener)
      soon()
      return () => {
        listeners.delete(listener)
        soon()
      }
    },
    lost: () => lost,
    watch(changed) {
      watchers.add(changed)
      return () => watchers.delete(changed)
    },
  }
}

/** Hears news of a topic while the component is there; null listens to nothing. */
export function useTopic<Topic, News extends Told>(
  hub: Hub<Topic, News>,
  topic: Topic | null,
  hear: (news: News) => void,
): void {
  const latest = useRef(hear)
  useEffect(() => {
    latest.current = hear
  })
  const key = topic === null ? null : JSON.stringify(topic)
  useEffect(() => {
    if (key === null) return
    return hub.listen(JSON.parse(key) as Topic, (news) => latest.current(news))
  }, [hub, key])
}

/** Whether the line is cut and being tried again. */
export const useLost = <Topic, News extends Told>(hub: Hub<Topic, News>): boolean =>
  useSyncExternalStore(hub.watch, hub.lost, () => false)
