import type { Locale } from '@comptoir/domain'
import type { QueryClient } from '@tanstack/react-query'
import { keepWhatIsSeen } from './keep.ts'
import { recall } from './recall.ts'
import { releaseHere } from './release.ts'

/** Asks the browser for the service worker, once for each document; a newer release is told of and takes its place with the next load. */
async function follow(onNewer: () => void): Promise<void> {
  if (!('serviceWorker' in navigator)) return
  const { serviceWorker } = navigator
  await serviceWorker.register('/sw.js')
  const registration = await serviceWorker.getRegistration()
  if (registration === undefined) return
  serviceWorker.addEventListener('message', ({ data }) => {
    if (data === 'newer') onNewer()
  })
  const meet = (worker: ServiceWorker | null) => {
    // It asks what release this page is of: of its own, it takes over at once.
    const greet = () => {
      // A worker is of this origin only and takes no target.
      // oxlint-disable-next-line unicorn/require-post-message-target-origin
      if (worker?.state === 'installed') worker.postMessage(releaseHere())
    }
    worker?.addEventListener('statechange', greet)
    greet()
  }
  meet(registration.installing ?? registration.waiting)
  registration.addEventListener('updatefound', () => meet(registration.installing))
  document.addEventListener('visibilitychange', () => {
    if (document.visibilityState === 'visible') registration.update().catch(() => undefined)
  })
}

let following = false

/** Lets the shop open without a network: keeps what is seen, has the files of the pages kept, and finds them again when the network goes. */
export function startOffline(locale: Locale, client: QueryClient, onNewer: () => void): () => void {
  // A browser that refuses goes on as one that has no workers.
  if (!following) follow(onNewer).catch(() => undefined)
  following = true
  const stop = keepWhatIsSeen(locale, client)
  const remember = () => void recall(locale, client).catch(() => undefined)
  addEventListener('offline', remember)
  return () => {
    stop()
    removeEventListener('offline', remember)
  }
}
