import type { FastifyInstance, FastifyReply } from 'fastify'
import * as z from 'zod'
import type { Services } from './context.ts'
import { sourceOf } from './services/limits.ts'
import { perMinute } from './services/per-minute.ts'

const text = z.string().max(4000)
const Report = z.looseObject({
  'csp-report': z.looseObject({
    'document-uri': text,
    'effective-directive': text.optional(),
    'violated-directive': text.optional(),
    'blocked-uri': text.optional(),
  }),
})

/** The beginning of a path, without what could be an order or a token. */
const pageOf = (address: string): string =>
  URL.canParse(address) ? new URL(address).pathname.split('/').slice(0, 3).join('/').slice(0, 60) : ''
/** Another host, or the word for what stood in the page itself. */
const hostOf = (blocked: string): string => (URL.canParse(blocked) ? new URL(blocked).host : blocked).slice(0, 100)

/**
 * Where browsers tell what the content policy kept them from: `POST /policy-reports`, one line in the log with the directive, the host and
 * the kind of page, at most ten a minute from one address. SAFETY S-12.
 */
export async function mountPolicyReports(app: FastifyInstance, { clock, log }: Services): Promise<void> {
  const mayTell = perMinute(clock, { most: 10, mostSources: 100 })
  await app.register(async (scope) => {
    scope.addContentTypeParser(
      'application/csp-report',
      { parseAs: 'string' },
      scope.getDefaultJsonParser('error', 'error'),
    )
    scope.post('/policy-reports', { bodyLimit: 8192, logLevel: 'warn' }, (request, reply): FastifyReply => {
      const told = Report.safeParse(request.body)
      if (!told.success) return reply.code(400).send({ error: 'this is no report of a content policy' })
      if (!mayTell(sourceOf(request.ip))) return reply.code(429).send()
      const report = told.data['csp-report']
      const directive = (report['effective-directive'] ?? report['violated-directive'] ?? '').slice(0, 40)
      const kept = { directive, blocked: hostOf(report['blocked-uri'] ?? ''), page: pageOf(report['document-uri']) }
      log.warn(kept, 'the content policy kept a browser from something')
      return reply.code(204).send()
    })
  })
}
