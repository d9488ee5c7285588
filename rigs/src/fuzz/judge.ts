import type { Came } from './send.ts'
import type { Sent } from './wire.ts'

/** What an answer says of one call: its status, the refusal's code where it has one. */
export interface Said {
  status: number
  code: string | null
  kind: string | null
}
export interface Verdict {
  calls: Said[]
  /** Whether at least one call was taken. */
  accepted: boolean
  /** What is wrong with the answer, in words. */
  faults: string[]
}

// None of these is in a text that the rig sends.
const leaks: Readonly<Record<string, RegExp>> = {
  'a stack': /\n\s+at |"stack"|\bat [\w.<>]+ \((?:file|node|\/)/,
  SQL: /\b(?:select|insert into|delete from|update)\s+"|SQLITE_|Failed query|syntax error at or near|violates \w+ constraint|UNIQUE constraint/i,
  'a path': /node_modules|\/src\/|\/dist\/rigs|\.[cm]?[jt]s:\d+|\/home\/|\/tmp\//,
  'a hash': /\$argon2/,
}
export const canary = 'Canari'

type Fields = Record<string, unknown>
const fieldsOf = (value: unknown): Fields => (typeof value === 'object' && value !== null ? (value as Fields) : {})
const textIn = (value: unknown): string | null => (typeof value === 'string' ? value : null)
const hasAll = (value: Fields, names: readonly string[]) => names.every((name) => name in value)

/** What a tRPC answer says of one call; null where its shape is not the house's. */
function callOf(item: unknown): Said | null {
  const { result, error } = fieldsOf(item)
  if (result !== undefined) return { status: 200, code: null, kind: null }
  const { message, data } = fieldsOf(error)
  const { httpStatus, problem, requestId, code } = fieldsOf(data)
  const worded = typeof message === 'string' && typeof httpStatus === 'number' && typeof code === 'string'
  if (!worded || typeof requestId !== 'string' || problem === undefined) return null
  const { code: refusal, kind } = fieldsOf(problem)
  return { status: httpStatus, code: textIn(refusal) ?? code, kind: textIn(kind) }
}

const problemFields = ['type', 'title', 'status', 'detail', 'code', 'details', 'fields', 'requestId']

function callsOf(sent: Sent, { status, type, text }: Came): Said[] | null {
  const plain = (code: string | null = null): Said[] => [{ status, code, kind: null }]
  // Without words: nothing to say, or a question about the head alone.
  if (text === '') return status < 400 || sent.method === 'HEAD' ? plain() : null
  if (type.startsWith('text/event-stream')) return plain()
  let answer: unknown
  try {
    answer = JSON.parse(text)
  } catch {
    return status < 400 ? plain() : null
  }
  if (sent.path.startsWith('/rpc/') && type.startsWith('application/json')) {
    const items = (Array.isArray(answer) ? answer : [answer]).map(callOf)
    if (items.every((item) => item !== null)) return items
  }
  if (status < 400) return plain()
  const fields = fieldsOf(answer)
  if (type.startsWith('application/problem+json') && hasAll(fields, problemFields))
    return [{ status, code: textIn(fields['code']), kind: null }]
  // Before a procedure is known: one sentence.
  const { error, problem } = fields
  const unread = status === 431 || status === 400
  if ((unread || !sent.path.startsWith('/api')) && typeof error === 'string' && Object.keys(fields).length === 1)
    return plain()
  if (sent.path.startsWith('/uploads') && problem !== undefined) return plain()
  return null
}

/** Refusals that say that the shop itself cannot just now. */
const busy = new Set(['shop_busy', 'payment_unavailable', 'still_working', 'outcome_unknown'])

/** Judges an answer by its own; `shopper` is nobody of the staff. */
export function judge(sent: Sent, came: Came, { shopper }: { shopper: boolean }): Verdict {
  if (came.status === 0) return { calls: [{ status: 0, code: null, kind: null }], accepted: false, faults: [] }
  const calls = callsOf(sent, came)
  const faults: string[] = []
  if (calls === null) faults.push(`an answer that is not of the house's shape: ${came.type} ${came.text.slice(0, 300)}`)
  for (const { status, code } of calls ?? [{ status: came.status, code: null }])
    if (status >= 500 && !(status === 503 && code !== null && busy.has(code)))
      faults.push(`an answer ${status} ${code ?? ''}`)
  for (const [what, pattern] of Object.entries(leaks)) {
    const found = pattern.exec(came.text)
    if (found !== null)
      faults.push(`${what} in the answer: ${came.text.slice(Math.max(0, found.index - 100), found.index + 200)}`)
  }
  if (shopper && came.text.includes(canary))
    faults.push(`another person's data in the answer: ${came.text.slice(0, 300)}`)
  return { calls: calls ?? [], accepted: (calls ?? []).some(({ status }) => status > 0 && status < 400), faults }
}
