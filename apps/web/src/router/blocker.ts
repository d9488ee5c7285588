import { useEffect, useRef, useState } from 'react'
import type { Located } from './address.ts'
import { useRouter } from './view.tsx'

interface Step {
  current: Located
  next: Located
}
interface Options {
  shouldBlockFn: (step: Step) => boolean
  enableBeforeUnload?: boolean | (() => boolean)
}
type Blocked = { status: 'idle' } | (Step & { status: 'blocked'; proceed: () => void; reset: () => void })

/** Holds a step that would lose something, until it is said to go on or to stay. */
export function useBlocker(options: Options): Blocked {
  const router = useRouter()
  const latest = useRef(options)
  const [blocked, setBlocked] = useState<Blocked>({ status: 'idle' })
  useEffect(() => {
    latest.current = options
  })
  useEffect(() => {
    const idle = () => setBlocked({ status: 'idle' })
    const over = router.block((step, go) => {
      if (!latest.current.shouldBlockFn(step)) return false
      const proceed = () => {
        idle()
        go()
      }
      setBlocked({ ...step, status: 'blocked', proceed, reset: idle })
      return true
    })
    const leave = (event: BeforeUnloadEvent) => {
      const { enableBeforeUnload: ask = true } = latest.current
      if (typeof ask === 'function' ? ask() : ask) event.preventDefault()
    }
    addEventListener('beforeunload', leave)
    return () => {
      over()
      removeEventListener('beforeunload', leave)
    }
  }, [router])
  return blocked
}
