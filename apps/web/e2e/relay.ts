import http, { type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'

/** A way to the shop that can be cut, and that can bring the next release: the same pages, of other files. */
export interface Relay {
  /** Where the shop is reached over it. */
  address: string
  /** What the pages asked for, as `POST /rpc/shop/orders.pay`. */
  asked: string[]
  cut(): void
  mend(): void
  /** From now on the entry of the pages has another name, as after a change. */
  nextRelease(): void
  close(): Promise<void>
}

const entry = /\/assets\/index-([\w-]+)\.js/g
const next = /\/assets\/index-next-([\w-]+)\.js/g

export async function openRelay(shopAddress: string): Promise<Relay> {
  const shop = new URL(shopAddress)
  const asked: string[] = []
  let whole = true
  let newer = false
  const server = http.createServer((request, response) => {
    if (!whole) return void request.socket.destroy()
    asked.push(`${request.method} ${request.url}`)
    // Whole and as it is, for it may be rewritten.
    const { 'if-none-match': _, 'if-modified-since': __, ...asks } = request.headers
    const headers = { ...asks, 'accept-encoding': 'identity' }
    const path = (request.url ?? '').replace(next, '/assets/index-$1.js')
    const on = http.request(
      { host: shop.hostname, port: shop.port, method: request.method, path, headers },
      // Whoever leaves in the middle of an answer wants none of it.
      (answer) => void bring(answer, response).catch(() => response.destroy()),
    )
    on.on('error', () => response.destroy())
    response.on('close', () => on.destroy())
    request.pipe(on)
  })
  async function bring(answer: IncomingMessage, response: ServerResponse) {
    const { statusCode = 502, headers } = answer
    const rewritten = newer && /text\/html|javascript/.test(headers['content-type'] ?? '')
    if (!rewritten) {
      response.writeHead(statusCode, headers)
      return void answer.on('error', () => response.destroy()).pipe(response)
    }
    const parts: Buffer[] = []
    for await (const part of answer) parts.push(part as Buffer)
    const body = Buffer.concat(parts).toString().replaceAll(entry, '/assets/index-next-$1.js')
    const { 'content-length': _, etag: __, ...others } = headers
    response.writeHead(statusCode, { ...others, 'content-length': Buffer.byteLength(body) }).end(body)
  }
  await new Promise<void>((resolve) => server.listen(0, 'localhost', resolve))
  return {
    address: `http://localhost:${(server.address() as AddressInfo).port}`,
    asked,
    cut: () => {
      whole = false
      server.closeAllConnections()
    },
    mend: () => {
      whole = true
    },
    nextRelease: () => {
      newer = true
    },
    close: () => {
      const closed = new Promise<void>((resolve) => server.close(() => resolve()))
      server.closeAllConnections()
      return closed
    },
  }
}
