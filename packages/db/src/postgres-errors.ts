import { errorCode } from './violations.ts'

const lostCodes = ['ECONNRESET', 'ECONNREFUSED', 'EPIPE', 'ETIMEDOUT', '57P01', '57P02', '57P03']
const lostWords = /connection terminated|connection ended|client has encountered a connection error/i

const messages = (error: unknown): string => (error instanceof Error ? `${error.message} ${messages(error.cause)}` : '')

/** The link to the server broke: whatever was not committed is gone. */
export function isConnectionLoss(error: unknown): boolean {
  const code = errorCode(error)
  return code === undefined ? lostWords.test(messages(error)) : code.startsWith('08') || lostCodes.includes(code)
}

/** Two transactions were in each other's way; the same work may simply run again. */
export const isContention = (error: unknown): boolean => ['40001', '40P01'].includes(errorCode(error) ?? '')

/** No connection was free in time, or a statement waited longer than it may. */
export const isOverload = (error: unknown): boolean =>
  ['53300', '57014', '55P03'].includes(errorCode(error) ?? '') ||
  /timeout exceeded when trying to connect/.test(messages(error))

/** The link broke at COMMIT: nobody knows whether the change is there. Asking again with the same idempotency key tells. */
export const unknownOutcome = (cause: unknown): Error =>
  Object.assign(
    new Error(
      'The connection was lost at COMMIT: it is unknown whether the change was made. Ask again with the same key.',
      {
        cause,
      },
    ),
    { code: 'commit_unknown' },
  )
export const isUnknownOutcome = (error: unknown): boolean => errorCode(error) === 'commit_unknown'
