import { useQueryClient } from '@tanstack/react-query'
import { useCallback, useEffect } from 'react'
import { shop } from '../rpc.ts'
import { useToast } from '../ui/toast.tsx'
import { useWords } from '../words.tsx'
import { useForgetHere } from './people/use-profile.ts'
import { type TabNews, useOtherTabs } from './tabs.ts'

const whenLoaded = (go: () => void): void =>
  document.readyState === 'complete' ? go() : addEventListener('load', go, { once: true })

/** Has the shop kept for when there is no network; nothing that the page itself needs waits for this. */
function useKept(): void {
  const client = useQueryClient()
  const { locale, m } = useWords()
  const tell = useToast()
  useEffect(() => {
    if (!import.meta.env.PROD) return
    let stop: (() => void) | undefined
    let over = false
    whenLoaded(
      () =>
        void import('./offline/start.ts').then(
          ({ startOffline }) => over || (stop = startOffline(locale, client, () => tell(m('new_release')))),
          // It is gone with a release of before, or with the network.
          () => undefined,
        ),
    )
    return () => {
      over = true
      stop?.()
    }
  }, [client, locale, m, tell])
}

/** Keeps this tab in step with the browser's others: a cart changed there is changed here. */
export function InStep() {
  const utils = shop.useUtils()
  const forget = useForgetHere()
  useKept()
  useOtherTabs(
    useCallback((news: TabNews) => void (news === 'cart' ? utils.cart.get.invalidate() : forget()), [utils, forget]),
  )
  return null
}
