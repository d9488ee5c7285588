import { type ErrorComponentProps, Link, useRouter, useRouterState } from '@tanstack/react-router'
import { lazy, Suspense, useEffect } from 'react'
import { Button, buttonClass } from './ui/button.tsx'
import { ProblemNotice } from './ui/problem-notice.tsx'
import { useOffline } from './ui/use-offline.ts'
import { useMaybeWords } from './words.tsx'

/** An address where nothing lives; outside both faces it speaks both languages. */
export function NothingHere() {
  const words = useMaybeWords()
  const inConsole = useRouterState({ select: ({ location }) => location.pathname.startsWith('/admin') })
  const home = inConsole ? '/admin' : words ? `/${words.locale}` : '/'
  return (
    <div className="page last-resort">
      <title>404 · Comptoir</title>
      <p className="last-resort-number" aria-hidden>
        404
      </p>
      <h1>{words ? words.m('not_found_title') : 'Rien à cette adresse · Nothing here'}</h1>
      {words && <p>{words.m(inConsole ? 'console_not_found_words' : 'not_found_words')}</p>}
      <Link to={home} className={buttonClass('primary')}>
        {words ? words.m(inConsole ? 'back_to_console' : 'back_to_shop') : 'Comptoir'}
      </Link>
    </div>
  )
}

const OfflinePage = lazy(async () => ({
  default: (await import('./storefront/offline/offline-page.tsx')).OfflinePage,
}))

/** A page that could not be shown: what happened, and once more; without a network what the device saw last, until there is one. */
export function FirstFailure({ error, reset }: ErrorComponentProps) {
  const words = useMaybeWords()
  const router = useRouter()
  const offline = useOffline()
  const inConsole = useRouterState({ select: ({ location }) => location.pathname.startsWith('/admin') })
  const again = () => {
    reset()
    void router.invalidate()
  }
  useEffect(() => {
    addEventListener('online', again)
    return () => removeEventListener('online', again)
  })
  if (!words)
    return (
      <div className="page last-resort">
        <h1>Comptoir</h1>
        <p>La page n’a pas pu s’ouvrir. · The page could not be opened.</p>
        <Button onClick={again}>Réessayer · Try again</Button>
      </div>
    )
  if (offline && !inConsole)
    return (
      <Suspense>
        <OfflinePage />
      </Suspense>
    )
  return (
    <div className="page last-resort">
      <title>{`${words.m('failure_title')} · Comptoir`}</title>
      <h1>{words.m('failure_title')}</h1>
      <ProblemNotice error={error} onRetry={again} />
    </div>
  )
}
