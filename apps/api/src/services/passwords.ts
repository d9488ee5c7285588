import { randomBytes } from 'node:crypto'
import { refuse } from '@comptoir/domain'

/** Argon2id, off the main thread, a few at once; refuses `shop_busy` when too many wait (SAFETY F-46). */
export interface PasswordHasher {
  hash(password: string): Promise<string>
  verify(hash: string, password: string): Promise<boolean>
  /** The same work for a person who does not exist. */
  verifyNothing(password: string): Promise<void>
  /** Whether a stored hash is weaker than what is written today. */
  outdated(hash: string): boolean
}

// The package's default algorithm is argon2id; its enum exists in its types only.
const strong = { memoryCost: 19 * 1024, timeCost: 2, parallelism: 1 }
const cheapest = { ...strong, memoryCost: 1024, timeCost: 1 }

/** Makes a hasher; `cheap` is for tests only, `atOnce` and `waiting` bound the work. */
export function passwordHasher({ cheap = false, atOnce = 2, waiting = 100 } = {}): PasswordHasher {
  const options = cheap ? cheapest : strong
  const turn = turns(atOnce, waiting)
  const { memoryCost, timeCost, parallelism } = options
  const random = (bytes: number) => randomBytes(bytes).toString('base64').replaceAll('=', '')
  // A hash that no password fits, with the same costs: nobody knows what would give these bytes.
  const nobody = `$argon2id$v=19$m=${memoryCost},t=${timeCost},p=${parallelism}$${random(16)}$${random(32)}`
  return {
    hash: (password) => turn(async () => (await argon2()).hash(password, options)),
    verify: (hashed, password) => turn(async () => (await argon2()).verify(hashed, password)),
    verifyNothing: (password) => turn(async () => void (await (await argon2()).verify(nobody, password))),
    outdated(hashed) {
      const [, memory, time] = /^\$argon2id\$v=19\$m=(\d+),t=(\d+),/.exec(hashed) ?? []
      return Number(memory ?? 0) < memoryCost || Number(time ?? 0) < timeCost
    },
  }
}

// Loaded by the first one who signs in.
const argon2 = () => import('@node-rs/argon2')

/** Runs works a few at once, in order of arrival. Refuses: shop_busy, when `waiting` of them wait already. */
function turns(atOnce: number, waiting: number) {
  let running = 0
  const queue: (() => void)[] = []
  return async function turn<T>(work: () => Promise<T>): Promise<T> {
    if (running >= atOnce) {
      if (queue.length >= waiting) refuse('shop_busy')
      await new Promise<void>((resolve) => void queue.push(resolve))
    } else running++
    try {
      return await work()
    } finally {
      const next = queue.shift()
      if (next) next()
      else running--
    }
  }
}
