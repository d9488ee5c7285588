import type { FastifyInstance } from 'fastify'
import { localeOf } from './request-context.ts'

/** Addresses without a language that lead to the pages for developers: `/developers`, and where a REST problem's `type` points. */
export function mountDevelopers(app: FastifyInstance): void {
  app.get('/developers', ({ headers }, reply) =>
    reply.header('vary', 'accept-language').redirect(`/${localeOf(headers['accept-language'])}/developers`),
  )
  for (const address of ['/developers/refusals/:code', '/problems/:code'])
    app.get<{ Params: { code: string } }>(address, ({ headers, params }, reply) => {
      const code = encodeURIComponent(params.code)
      const locale = localeOf(headers['accept-language'])
      return reply.header('vary', 'accept-language').redirect(`/${locale}/developers/refusals/${code}`)
    })
}
