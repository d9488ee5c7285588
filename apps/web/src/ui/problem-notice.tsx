import type { ReactNode } from 'react'
import { frenchSpaces } from '../messages.ts'
import { problemIn, requestIdIn } from '../problems.ts'
import { useWords } from '../words.tsx'
import { LinkButton } from './button.tsx'
import { isOffline } from './use-offline.ts'

/** What an error says in the page's language: a refusal by its code, anything else with the reference of the log. */
export function useErrorWords(): (error: unknown) => { words: string; reference: string | null } {
  const { locale, m } = useWords()
  return (error) => {
    const problem = problemIn(error)
    if (problem) {
      // Worded by the server in the language of the line: the catalog of all refusals stays with it.
      return { words: locale === 'fr' ? frenchSpaces(problem.message) : problem.message, reference: null }
    }
    const reference = requestIdIn(error)
    return { words: m(reference ? 'error_ours' : isOffline() ? 'error_no_line' : 'error_offline'), reference }
  }
}

interface Props {
  error: unknown
  /** Asks again; offered where nothing else is the way out. */
  onRetry?: (() => void) | undefined
  /** The way out of this very problem. */
  children?: ReactNode
}

/** Says what happened and what to do; nothing while there is no error. */
export function ProblemNotice({ error, onRetry, children }: Props) {
  const { m } = useWords()
  const say = useErrorWords()
  if (!error) return null
  const { words, reference } = say(error)
  const retryable = onRetry && (problemIn(error) === null || problemIn(error)?.kind === 'unavailable')
  return (
    <div className="notice" role="alert">
      <p>{words}</p>
      {children}
      {retryable && <LinkButton onClick={onRetry}>{m('try_again')}</LinkButton>}
      {reference && <small>{m('reference', { id: reference })}</small>}
    </div>
  )
}
