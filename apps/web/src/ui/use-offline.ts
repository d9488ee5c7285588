import { useSyncExternalStore } from 'react'

/** Whether the browser knows that it has no network; a server, which is no browser, has one. */
export const hasNoNetwork = (): boolean => typeof document !== 'undefined' && !navigator.onLine

/** Whether the page is cut off from the shop, or was made on the device because no answer came. */
export const isOffline = (): boolean =>
  hasNoNetwork() || (typeof document !== 'undefined' && document.documentElement.dataset['offline'] !== undefined)

const changes = ['online', 'offline'] as const
function subscribe(changed: () => void): () => void {
  for (const change of changes) addEventListener(change, changed)
  return () => {
    for (const change of changes) removeEventListener(change, changed)
  }
}

/** Follows whether the page is cut off. */
export const useOffline = (): boolean => useSyncExternalStore(subscribe, isOffline, () => false)
