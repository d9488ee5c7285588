import { problemOf } from './problem-of.ts'
import { sseParser } from './sse-parser.ts'
import { waitMsOf } from './wait.ts'

/** What an open page or program knows of its stream; shared by all connections of one subscription. */
export interface StreamPosition {
  lastEventId: string
}
export interface StreamInit {
  position: StreamPosition
  headers(): Record<string, string>
  send(url: string | URL | Request, init: object): Promise<Response>
  /** Where it is given, a stream that was away for too long begins anew, and says so when it stands. */
  onForgotten?: () => void
}
/** No position: the shop begins at its newest event, whatever the call's input says. */
const fromNow = 'now'

/** What listeners are given; `error` is the shop's own answer where it refused the stream. */
export interface StreamEvent {
  type: string
  data?: string
  lastEventId?: string
  message?: string
  error?: unknown
}
type Listener = (event: StreamEvent) => void

const passing = new Set([408, 429, 500, 502, 503, 504])
const longestPauseMs = 10_000

/**
 * An EventSource on fetch, for what the browsers' own cannot do and Node lacks: headers. It reconnects with a growing pause and
 * `last-event-id`; a first answer's `last-event-id` header says where the stream begins, so that nothing is missed before the first event.
 */
export class StreamSource {
  readonly CONNECTING = 0
  readonly OPEN = 1
  readonly CLOSED = 2
  readyState = 0
  readonly #listeners = new Map<string, Set<Listener>>()
  readonly #end = new AbortController()
  #failures = 0
  /** How long the last refusal asked to wait, in ms. */
  #wantedMs = 0

  constructor(url: string, init: StreamInit) {
    void this.#run(url, init)
  }

  addEventListener(type: string, listener: Listener): void {
    const listeners = this.#listeners.get(type) ?? new Set()
    this.#listeners.set(type, listeners.add(listener))
  }

  removeEventListener(type: string, listener: Listener): void {
    this.#listeners.get(type)?.delete(listener)
  }

  close(): void {
    this.readyState = this.CLOSED
    this.#end.abort()
  }

  #tell(event: StreamEvent): void {
    if (this.readyState === this.CLOSED && event.type !== 'error') return
    for (const listener of [...(this.#listeners.get(event.type) ?? [])]) listener(event)
  }

  async #run(url: string, init: StreamInit): Promise<void> {
    // Listeners are added after the constructor returns.
    await Promise.resolve()
    while (!this.#end.signal.aborted) {
      const failed = await this.#connect(url, init).catch((error: unknown) => ({
        type: 'error',
        message: error instanceof Error ? error.message : String(error),
      }))
      if (this.#end.signal.aborted) return
      this.readyState = this.CONNECTING
      this.#tell(failed)
      const ownMs = Math.min(200 * 2 ** this.#failures++, longestPauseMs) * (0.5 + Math.random())
      await pause(ownMs + this.#wantedMs, this.#end.signal)
    }
  }

  /** One connection, to its end; what ended it. */
  async #connect(url: string, { position, headers, send, onForgotten }: StreamInit): Promise<StreamEvent> {
    const { lastEventId } = position
    const anew = lastEventId === fromNow
    this.#wantedMs = 0
    const answer = await send(url, {
      headers: {
        accept: 'text/event-stream',
        ...headers(),
        ...(lastEventId !== '' && { 'last-event-id': lastEventId }),
      },
      cache: 'no-store',
      // News never runs before what a page is drawn from.
      priority: 'low',
      signal: this.#end.signal,
    })
    if (answer.status !== 200 || answer.body === null) return this.#refused(answer)
    this.readyState = this.OPEN
    if (lastEventId === '' || anew) position.lastEventId = answer.headers.get('last-event-id') ?? lastEventId
    if (anew) onForgotten?.()
    const feed = sseParser(position.lastEventId, (event) => {
      if (onForgotten !== undefined && event.type === 'serialized-error' && wasForgotten(event.data)) {
        position.lastEventId = fromNow
        return
      }
      position.lastEventId = event.lastEventId
      if (event.type === 'message' || event.type === 'ping') this.#failures = 0
      this.#tell(event)
    })
    const decoder = new TextDecoder()
    const reader = answer.body.getReader()
    try {
      for (;;) {
        const { done, value } = await reader.read()
        if (done) return { type: 'error', message: 'The stream ended.' }
        feed(decoder.decode(value, { stream: true }))
      }
    } finally {
      void reader.cancel().catch(() => {})
    }
  }

  async #refused(answer: Response): Promise<StreamEvent> {
    const body: unknown = await answer.json().catch(() => null)
    const error: unknown = typeof body === 'object' && body !== null && 'error' in body ? body.error : undefined
    const event = { type: 'error', message: `The shop answered with status ${answer.status}.`, error }
    this.#wantedMs = waitMsOf(answer.headers)
    if (passing.has(answer.status)) return event
    this.close()
    this.#tell(event)
    return event
  }
}

/** Whether the shop says that it no longer keeps what the stream was to go on with. */
function wasForgotten(data: string | undefined): boolean {
  const error: unknown = JSON.parse(data ?? 'null')
  return problemOf(error)?.code === 'events_forgotten'
}

const pause = (ms: number, signal: AbortSignal) =>
  new Promise<void>((resolve) => {
    const done = () => {
      clearTimeout(timer)
      signal.removeEventListener('abort', done)
      resolve()
    }
    const timer = setTimeout(done, ms)
    signal.addEventListener('abort', done)
  })
