import { createHash } from 'node:crypto'
import { promisify } from 'node:util'
import { brotliCompress, constants, gzip } from 'node:zlib'
import type { EventTail } from '../services/events.ts'

/** A page as bytes, ready to be sent. */
export interface KeptPage {
  status: number
  etag: string
  html: Buffer
  br: Buffer
  gzip: Buffer
}

export interface Moved {
  status: number
  location: string
}
export type MadePage = Moved | { status: number; html: string }

/** Pages that look alike to everybody who has no cart and is not signed in. */
export interface KeptPages {
  /** The kept page of an address, or what `make` makes now; callers of the same moment share one making, unless it was refused with 429. */
  get(href: string, make: () => Promise<MadePage>): Promise<KeptPage | Moved>
  stop(): void
}

// A settings change is no catalogue commit: it shows after this long.
const keptForMs = 60_000
const mostBytes = 64 * 1024 * 1024

const brotli = promisify(brotliCompress)
const gzipped = promisify(gzip)

async function pack(made: MadePage): Promise<KeptPage | Moved> {
  if ('location' in made) return made
  const { status, html } = made
  const bytes = Buffer.from(html)
  const params = { [constants.BROTLI_PARAM_QUALITY]: 5, [constants.BROTLI_PARAM_SIZE_HINT]: bytes.length }
  const [br, gz] = await Promise.all([brotli(bytes, { params }), gzipped(bytes)])
  const etag = `W/"${createHash('sha256').update(bytes).digest('base64url').slice(0, 27)}"`
  return { status, etag, html: bytes, br, gzip: gz }
}

/** Keeps pages until a catalogue commit, of this process or another, changes what pages show; the least wanted go first. */
export function keepPages(events: EventTail, clock: () => Date): KeptPages {
  const kept = new Map<string, { page: Promise<KeptPage | Moved>; turn: number; at: number; size: number }>()
  let bytes = 0
  let turn = 0
  const over = new AbortController()
  const drop = (href: string) => {
    bytes -= kept.get(href)?.size ?? 0
    kept.delete(href)
  }
  void (async () => {
    const shown = ({ topic, data }: { topic: string; data: Record<string, unknown> }) =>
      topic === 'catalog.changed' || (topic === 'stock.changed' && data['shown'] === true)
    for await (const _ of events.after(null, shown, over.signal)) turn++
  })()
  const pages: KeptPages = {
    get(href, make) {
      const at = clock().getTime()
      const known = kept.get(href)
      // Made before the last change, or begun before it: what it shows may be of before.
      const good = known !== undefined && known.turn === turn && at - known.at < keptForMs
      drop(href)
      if (known && good) {
        kept.set(href, known)
        bytes += known.size
        // Whoever made it called too often, and is told so alone: the next one makes it.
        return known.page.then((page) => (page.status === 429 ? pages.get(href, make) : page))
      }
      const entry = { page: make().then(pack), turn, at, size: 0 }
      kept.set(href, entry)
      entry.page.then(
        (page) => {
          if (kept.get(href) !== entry) return
          if ('location' in page || page.status !== 200) return drop(href)
          entry.size = page.html.length + page.br.length + page.gzip.length
          bytes += entry.size
          for (const [oldest] of kept) {
            if (bytes <= mostBytes) break
            drop(oldest)
          }
        },
        () => kept.get(href) === entry && drop(href),
      )
      return entry.page
    },
    stop: () => over.abort(),
  }
  return pages
}
