import { useWords } from '../words.tsx'
import { useOffline } from './use-offline.ts'

/** Why the button below it does nothing now: without a network nothing is sent, nor kept to be sent. */
export function OfflineHint() {
  const { m } = useWords()
  return useOffline() && <p className="notice is-calm">{m('offline_hint')}</p>
}
