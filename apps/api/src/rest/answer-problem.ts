import { STATUS_CODES } from 'node:http'
import type { Problem } from '@comptoir/domain'
import type { FastifyReply, FastifyRequest } from 'fastify'
import { problemStatus } from '../problem-status.ts'
import { localeOf } from '../request-context.ts'
import { type WireProblem, wireProblems } from './problems.ts'

/** A no as REST says it (RFC 9457): `code` never changes, `detail` speaks the caller's language, `requestId` stands in the log. */
export interface ProblemDocument {
  type: string
  title: string
  status: number
  detail: string
  code: string
  /** The facts of the case, by code. */
  details: unknown
  /** The wrong fields of the input, by path. */
  fields: { path: string; message: string }[]
  requestId: string
}

/** Where a code is explained. */
const pageOf = (code: string): string => `/problems/${code}`

function send(
  reply: FastifyReply,
  problem: Pick<ProblemDocument, 'status' | 'detail' | 'code'> & Partial<ProblemDocument>,
) {
  const { status, code } = problem
  const document: ProblemDocument = {
    ...{ type: pageOf(code), title: STATUS_CODES[status] ?? 'Error', details: null, fields: [] },
    ...{ requestId: reply.request.id, ...problem },
  }
  return reply.code(status).type('application/problem+json').send(JSON.stringify(document))
}

/** Answers a refusal of the catalog. */
export const answerProblem = (reply: FastifyReply, { code, kind, message, details }: Problem) =>
  send(reply, {
    ...{ status: problemStatus[kind], code, detail: message, details },
    fields: code === 'input_invalid' ? details.fields : [],
  })

/** Answers what went wrong before a procedure was reached, or inside one for no reason that it knows. */
export const answerWireProblem = (request: FastifyRequest, reply: FastifyReply, code: WireProblem) => {
  const { status, words } = wireProblems[code]
  return send(reply, { status, code, detail: words[localeOf(request.headers['accept-language'])] })
}
