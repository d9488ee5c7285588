import type { Answer } from './requests.ts'

type Signal = AbortSignal | null | undefined

/** Timers know no longer time; whoever asks for one waits for ever. */
const longestMs = 2 ** 31 - 1

/**
 * Runs a request that is cut off after `ms`, its answer read, and then says so in words. The caller's own signal still ends it. Whether a
 * change was made is then unknown: its repeat carries the same key.
 */
export async function inTime(
  ms: number,
  signal: Signal,
  request: (signal: Signal) => Promise<Answer>,
): Promise<Answer> {
  if (ms > longestMs) return request(signal)
  // Not `AbortSignal.any`: browsers of three years ago lack it.
  const end = new AbortController()
  const endEarly = () => end.abort(signal?.reason)
  if (signal?.aborted === true) endEarly()
  signal?.addEventListener('abort', endEarly, { once: true })
  let timer: ReturnType<typeof setTimeout> | undefined
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => {
      reject(new Error(`The shop did not answer within ${ms / 1000} s.`))
      end.abort()
    }, ms)
  })
  // Another fetch than the global one may not care that it was ended.
  const within = <T>(work: Promise<T>): Promise<T> =>
    Promise.race([work, late]).catch((error: unknown) => {
      clearTimeout(timer)
      throw error
    })
  const answer = await within(request(end.signal))
  const { ok, status, headers } = answer
  const json = async () => {
    const body = await within(answer.json())
    clearTimeout(timer)
    return body
  }
  return { ok, status, headers, json }
}
