import './styles.css'
import './storefront/storefront.css'
import { type DehydratedState, hydrate } from '@tanstack/react-query'
import { RouterProvider } from '@tanstack/react-router'
import { startTransition, StrictMode } from 'react'
import { createRoot, hydrateRoot } from 'react-dom/client'
import { isLocale } from './locale.ts'
import { newRouter } from './routes.tsx'
import { newWorld } from './world.ts'

/** Whoever asks not to be followed is not counted either. */
const mayTell = () =>
  navigator.doNotTrack !== '1' && !('globalPrivacyControl' in navigator && navigator.globalPrivacyControl === true)

// Nothing that the page itself needs waits for this.
const tell = () => {
  if (mayTell()) setTimeout(() => void import('./speed.ts').then(({ tellSpeed }) => tellSpeed()), 0)
}
if (document.readyState === 'complete') tell()
else addEventListener('load', tell)

const localeKey = 'comptoir.console.locale'

/** What the server rendered the page from; null where it rendered none. */
function rendered(): DehydratedState | null {
  const state = document.getElementById('state')?.textContent
  if (!state) return null
  const dehydrated: DehydratedState = JSON.parse(state)
  // A kept page is as new as what it was made from: it is dropped when that changes.
  for (const query of dehydrated.queries) query.state.dataUpdatedAt = Date.now()
  return dehydrated
}

const state = rendered()
let arriving = state !== null
const world = newWorld({
  languages: navigator.languages,
  origin: location.origin,
  told: document.getElementById('root')?.dataset['told'] ?? null,
  patience: () => (arriving ? 60_000 : 0),
  consoleLocale: {
    read: () => {
      const kept = localStorage.getItem(localeKey)
      return kept !== null && isLocale(kept) ? kept : null
    },
    write: (locale) => localStorage.setItem(localeKey, locale),
  },
})
const inConsole = /^\/admin(?:\/|$)/.test(location.pathname)
const { adminRoutes } = inConsole ? await import('./admin/routes.ts') : {}
// Opened without an answer of the shop (worker/service-worker.ts).
if (document.documentElement.dataset['offline'] !== undefined)
  await (await import('./storefront/offline/recall.ts')).openOffline(world)
const router = newRouter(world, { console: adminRoutes })
const app = (
  <StrictMode>
    <RouterProvider router={router} />
  </StrictMode>
)
const root = document.getElementById('root')
if (root && state) {
  const { lang } = document.documentElement
  if (isLocale(lang)) hydrate(world.shopIn(lang).queryClient, state)
  // Told to the router, so that it renders the same tree as the server did.
  router.ssr = { manifest: undefined }
  // Not awaited here: the chunks that it loads import this one.
  void router.load().then(() => {
    arriving = false
    // In a transition it gives way to what the reader does meanwhile.
    startTransition(() => void hydrateRoot(root, app))
  })
} else if (root) createRoot(root).render(app)
