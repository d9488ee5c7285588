// A page's bytes from memory, with nothing of the shop in between: what bare Fastify gives at most.
import { readFileSync } from 'node:fs'
import fastify from 'fastify'

const bytes = readFileSync(process.env['PAGE_FILE'] ?? '')
const app = fastify()
app.get('/page', (_, reply) => reply.type('text/html; charset=utf-8').send(bytes))
void app.listen({ port: Number(process.env['PORT']), host: '127.0.0.1' })
process.on('SIGTERM', () => process.exit(0))
