/** A clock that many stories share: whoever is in the middle of a call must not grow old by another's patience. */
export interface SharedClock {
  /** Runs a story, which may wait by `later`. */
  during<T>(story: () => Promise<T>): Promise<T>
  /** Ends once the clock has leapt: as soon as every story that runs waits for it. */
  later(): Promise<void>
}

/** `leap` moves the clock. It must not fail. */
export function sharedClock(leap: () => Promise<void>): SharedClock {
  let running = 0
  let waiting: (() => void)[] = []
  const leapWhenAllWait = async () => {
    if (waiting.length === 0 || waiting.length < running) return
    const released = waiting
    waiting = []
    await leap()
    for (const release of released) release()
  }
  return {
    async during(story) {
      running++
      try {
        return await story()
      } finally {
        running--
        void leapWhenAllWait()
      }
    },
    later: () =>
      new Promise((resolve) => {
        waiting.push(resolve)
        void leapWhenAllWait()
      }),
  }
}
