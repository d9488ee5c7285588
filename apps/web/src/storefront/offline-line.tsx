import { useOffline } from '../ui/use-offline.ts'
import { useSpokenChange } from '../ui/use-spoken-change.ts'
import { useWords } from '../words.tsx'

/** Says above every page that the network is gone, for as long as it is. */
export function OfflineLine() {
  const { m } = useWords()
  const offline = useOffline()
  const words = offline ? m('offline_line') : ''
  useSpokenChange(words)
  return offline && <p className="offline-line">{words}</p>
}
