import { problemOf } from '@comptoir/client'

export const problemIn = problemOf

/** The reference under which the server's log knows the failure; null when there was no answer at all. */
export function requestIdIn(error: unknown): string | null {
  if (typeof error !== 'object' || error === null || !('data' in error)) return null
  const { data } = error
  if (typeof data !== 'object' || data === null || !('requestId' in data)) return null
  return typeof data.requestId === 'string' && data.requestId !== '' ? data.requestId : null
}

/** The words for each field that the server found wrong, by the field's last name. */
export function fieldErrorsIn(error: unknown): Record<string, string> {
  const problem = problemIn(error)
  if (problem?.code !== 'input_invalid') return {}
  return Object.fromEntries(
    problem.details.fields.map(({ path, message }) => [path.split('.').at(-1) ?? path, message]),
  )
}
