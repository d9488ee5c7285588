import { createHash } from 'node:crypto'
import { isIPv6 } from 'node:net'
import type { Database, Writer } from '@comptoir/db'
import { refuse } from '@comptoir/domain'
import * as limits from '@comptoir/db/stores/limits'
import type { Services } from '../context.ts'

type Needs = { db: Database; clock: Services['clock'] }

// The part before the first colon stays readable; whom it counts is kept as a hash only.
export const limitKey = (bucket: string): string =>
  `${bucket.slice(0, bucket.indexOf(':') >>> 0)}:${createHash('sha256').update(bucket).digest('base64url')}`

/**
 * Counts a call in a bucket (`login:…`) and refuses when there were more than `most` in the window. The count is a write of its own:
 * it survives the refusal and a restart; a call over the limit is refused without a write. Refuses: too_many_requests.
 */
export async function limitCalls({ db, clock }: Needs, bucket: string, most: number, windowMs: number): Promise<void> {
  const key = limitKey(bucket)
  const now = clock()
  const staleAt = new Date(now.getTime() - windowMs)
  refuseOver(await limits.find(db.read, key), { most: most - 1, now, windowMs })
  refuseOver(await db.write((tx) => limits.count(tx, key, { now, staleAt })), { most, now, windowMs })
}

function refuseOver(
  window: limits.Window | undefined,
  { most, now, windowMs }: { most: number; now: Date; windowMs: number },
): void {
  if (window === undefined || window.count <= most) return
  const leftMs = window.startedAt.getTime() + windowMs - now.getTime()
  // The clock went back: a window from so far ahead is begun anew by the count, and nobody waits longer than one window.
  if (leftMs > 2 * windowMs) return
  if (leftMs > 0) refuse('too_many_requests', { retryAfterSeconds: Math.ceil(Math.min(leftMs, windowMs) / 1000) })
}

/** Forgets the calls of a bucket: they were honest. */
export const forgetCalls = (tx: Writer, bucket: string): Promise<void> => limits.forget(tx, limitKey(bucket))

/** Whom an address stands for: itself, or for IPv6 the /64 that one household or server holds. */
export function sourceOf(address: string): string {
  const mapped = /^::ffff:(\d+\.\d+\.\d+\.\d+)$/i.exec(address)?.[1]
  if (mapped !== undefined) return mapped
  if (!isIPv6(address)) return address
  const [left = '', right] = address.toLowerCase().split('%')[0]?.split('::') ?? []
  const head = left === '' ? [] : left.split(':')
  const tail = right === undefined || right === '' ? [] : right.split(':')
  const groups =
    right === undefined ? head : [...head, ...Array(Math.max(0, 8 - head.length - tail.length)).fill('0'), ...tail]
  return `${groups.slice(0, 4).join(':')}::/64`
}
