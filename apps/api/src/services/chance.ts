import { randomFillSync } from 'node:crypto'

const poolBytes = 8192

/** Chance of the operating system, asked for in bulk: a change draws some twenty times, and each question costs more than its bytes. */
export function pooledRandom(): (bytes: number) => Uint8Array {
  let pool = Buffer.alloc(0)
  let at = 0
  return (bytes) => {
    if (at + bytes > pool.length) {
      // A new pool each time: what was handed out stays with whoever has it.
      pool = randomFillSync(Buffer.allocUnsafeSlow(Math.max(poolBytes, bytes)))
      at = 0
    }
    return pool.subarray(at, (at += bytes))
  }
}
