import { tracked } from '@trpc/server'
import type { Context } from '../../context.ts'
import { beginOf, followEvents, lostItsPlace } from '../../services/follow-events.ts'
import type { LiveSource } from '../../services/live-source.ts'

/**
 * Said first, so that whoever listens knows from which position on; and again with `resync` where events are missing for good: then
 * everything is to be read anew, and the stream goes on from here.
 */
export interface BegunNews {
  news: 'begun'
  resync: boolean
}
/** `of` are the places of the topics, as they were asked, that this is about. */
type Told<News> = { of: number[] } & (News | BegunNews)

/** One stream for several subjects, each looked at before it opens: an event that two of them want is told once. */
export function followTopics<News>(
  ctx: Context,
  sources: readonly LiveSource<News>[],
  { lastEventId, signal }: { lastEventId: string | null | undefined; signal: AbortSignal | undefined },
) {
  const from = beginOf(ctx, lastEventId)
  const wants: LiveSource<News>['wants'] = (event) => sources.some((source) => source.wants(event))
  return tell()

  async function* tell() {
    const begun: Told<News> = { of: [], news: 'begun', resync: false }
    yield tracked(from, begun)
    for (const [at, source] of sources.entries()) {
      const now = await source.now?.()
      if (now !== undefined) yield tracked(from, { ...now, of: [at] })
    }
    for (let begin = from; ;) {
      try {
        for await (const event of followEvents(ctx, { lastEventId: begin, wants, signal })) {
          const of = sources.flatMap((source, at) => (source.wants(event) ? [at] : []))
          const news = await sources[of[0] ?? 0]?.tell(event)
          if (news !== undefined) yield tracked(String(event.position), { ...news, of })
        }
        return
      } catch (error) {
        if (!lostItsPlace(error)) throw error
        // The place is taken before it is told: what happens while everything is read anew comes again rather than never.
        begin = String(ctx.events.position())
        const anew: Told<News> = { of: [...sources.keys()], news: 'begun', resync: true }
        yield tracked(begin, anew)
      }
    }
  }
}
