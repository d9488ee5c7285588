import type { Answer } from './requests.ts'

type Signal = AbortSignal | null | undefined

/**
 * Runs a request that is cut off after `ms`, its answer read, and then says so in words. The caller's own signal still ends it. Whether a
 * change was made is then unknown: its repeat carries the same key.
 */
export async function inTime(
  ms: number,
  signal: Signal,
  request: (signal: Signal) => Promise<Answer>,
): Promise<Answer> {
  if (ms === Infinity) return request(signal)
  // Not `AbortSignal.any`: browsers of three years ago lack it.
  const end = new AbortController()
  const endEarly = () => end.abort(signal?.reason)
  if (signal?.aborted === true) endEarly()
  signal?.addEventListener('abort', endEarly, { once: true })
  let late = false
  const timer = setTimeout(() => {
    late = true
    end.abort()
  }, ms)
  const failed = (error: unknown): never => {
    clearTimeout(timer)
    throw late ? new Error(`The shop did not answer within ${ms / 1000} s.`, { cause: error }) : error
  }
  const answer = await request(end.signal).catch(failed)
  const { ok, status, headers } = answer
  const json = async () => {
    const body = await answer.json().catch(failed)
    clearTimeout(timer)
    return body
  }
  return { ok, status, headers, json }
}
