// The same answers with nothing of the shop in between: what the machine gives at most. Its parent sends the answers first.
import { createServer } from 'node:http'
import Sqlite from 'better-sqlite3'
import fastify from 'fastify'
import { byHand, prepareReads, type Question, type Read } from './by-hand.ts'

/** An answer of the shop, and what it read for others of its kind, by what was asked. */
export interface BareRoute {
  name: Question
  body: string
  turns: { asked: string; reads: Read[] }[]
}

const app = fastify()
app.get('/hello', () => ({ ok: true }))
process.once('message', ({ file, routes }: { file: string; routes: BareRoute[] }) => {
  const db = new Sqlite(file, { readonly: true })
  const [make, prepared] = [byHand(db), prepareReads(db)]
  for (const { name, body, turns } of routes) {
    const bytes = Buffer.from(body)
    app.get(`/bytes/${name}`, (_, reply) => reply.type('application/json').send(bytes))
    const readings = new Map<string, ReturnType<typeof prepared>>()
    for (const { asked, reads } of turns) {
      // Asked again, the shop may have remembered what it read at first.
      if (readings.has(asked)) continue
      const read = prepared(reads)
      readings.set(asked, read)
      // What several answers share is remembered from the one that reads it.
      make[name](read(), asked)
    }
    app.get<{ Querystring: { input: string } }>(`/sql/${name}`, ({ query: { input } }, reply) => {
      const read = readings.get(input)
      return read === undefined ? reply.callNotFound() : reply.type('application/json').send(make[name](read(), input))
    })
  }
  const plain = createServer((_, answer) => answer.setHeader('content-type', 'application/json').end('{"ok":true}'))
  plain.listen(Number(process.env['PLAIN_PORT']), '127.0.0.1')
  void app.listen({ port: Number(process.env['PORT']), host: '127.0.0.1' })
})
process.on('SIGTERM', () => process.exit(0))
