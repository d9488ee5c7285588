import { PageSpeedInput } from '@comptoir/domain/speed/inputs'
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import type { Services } from './context.ts'

/** Whoever asked not to be followed is not even counted, also when a page sends by mistake. */
const wantsNone = ({ headers }: FastifyRequest) => headers['dnt'] === '1' || headers['sec-gpc'] === '1'

/** Where pages tell how quickly they stood before their reader: `POST /speed`, no cookie, no identity, no answer but a status. */
export function mountPageSpeeds(app: FastifyInstance, { speeds }: Pick<Services, 'speeds'>): void {
  app.post('/speed', { bodyLimit: 1024, logLevel: 'warn' }, (request, reply): FastifyReply => {
    const told = PageSpeedInput.safeParse(request.body)
    if (!told.success) return reply.code(400).send({ error: 'this says nothing of the speed of a page' })
    if (wantsNone(request)) return reply.code(204).send()
    return reply.code(speeds.count(told.data, request.ip) ? 204 : 429).send()
  })
}
