// The same answers with nothing of the shop in between: what the machine gives at most. Its parent sends the answers first.
import { createServer } from 'node:http'
import Sqlite, { type Statement } from 'better-sqlite3'
import fastify from 'fastify'

/** An answer of the shop, and the statements that it read for some others of its kind. */
export interface BareRoute {
  name: string
  body: string
  /** Of each turn: the kept answer's are not among them. */
  turns: { source: string; values: unknown[] }[][]
}

const app = fastify()
app.get('/hello', () => ({ ok: true }))
process.once('message', ({ file, routes }: { file: string; routes: BareRoute[] }) => {
  const db = new Sqlite(file, { readonly: true })
  for (const { name, body, turns } of routes) {
    const bytes = Buffer.from(body)
    app.get(`/bytes/${name}`, (_, reply) => reply.type('application/json').send(bytes))
    const answer: unknown = JSON.parse(body)
    const known = new Map<string, Statement>()
    const held = (source: string): Statement => {
      const statement = known.get(source) ?? db.prepare(source).raw()
      known.set(source, statement)
      return statement
    }
    const prepared = turns.map((turn) => turn.map(({ source, values }) => [held(source), values] as const))
    let at = 0
    app.get(`/sql/${name}`, (_, reply) => {
      for (const [statement, values] of prepared[at++ % prepared.length] ?? []) statement.all(...values)
      return reply.type('application/json').send(JSON.stringify(answer))
    })
  }
  const plain = createServer((_, answer) => answer.setHeader('content-type', 'application/json').end('{"ok":true}'))
  plain.listen(Number(process.env['PLAIN_PORT']), '127.0.0.1')
  void app.listen({ port: Number(process.env['PORT']), host: '127.0.0.1' })
})
process.on('SIGTERM', () => process.exit(0))
