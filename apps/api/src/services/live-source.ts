import type { ShopEvent } from './events.ts'

/** What a stream tells of one subject: which events, and what it says of each (undefined: nothing any more). */
export interface LiveSource<News> {
  wants(event: ShopEvent): boolean
  tell(event: ShopEvent): Promise<News | undefined>
  /** How the subject stands when the stream opens, where that is told first. */
  now?(): Promise<News>
}
