import { Navigate } from '@tanstack/react-router'
import { Empty } from '../ui/states.tsx'
import { useWords } from '../words.tsx'
import { menu } from './menu.ts'
import { useMay } from './use-may.ts'

/** Opens the first page that the person may see. */
export function StartPage() {
  const { m } = useWords()
  const may = useMay()
  const first = menu.find(({ needs }) => may(needs))
  if (first) return <Navigate to={first.to} replace />
  return <Empty title={m('nothing_allowed')} />
}
