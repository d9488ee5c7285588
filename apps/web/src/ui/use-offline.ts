import { useSyncExternalStore } from 'react'

// Only a network that goes is believed: a machine without any is still the shop's own, as when one tries it at home.
let lost = false
const changes = ['online', 'offline'] as const
const note = ({ type }: Event) => void (lost = type === 'offline')
if (typeof document !== 'undefined') for (const change of changes) addEventListener(change, note)

/** Whether the page is cut off from the shop, or was made on the device because no answer came. */
export const isOffline = (): boolean =>
  lost || (typeof document !== 'undefined' && document.documentElement.dataset['offline'] !== undefined)

function subscribe(changed: () => void): () => void {
  for (const change of changes) addEventListener(change, changed)
  return () => {
    for (const change of changes) removeEventListener(change, changed)
  }
}

/** Follows whether the page is cut off. */
export const useOffline = (): boolean => useSyncExternalStore(subscribe, isOffline, () => false)
