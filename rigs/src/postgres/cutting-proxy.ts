import { once } from 'node:events'
import { type AddressInfo, connect, createServer, type Socket } from 'node:net'

/** Stands between a shop and PostgreSQL and cuts connections at COMMIT: in turn before the server hears of it, and after it is done. */
export interface CuttingProxy extends AsyncDisposable {
  url: string
  /** Cuts at one of every n COMMITs from now on, in no rhythm that a shopper could be in step with; 0 leaves them alone. */
  cutEach(n: number): void
  cuts: { before: number; after: number }
}

// A simple query of the wire protocol: its letter, its length, its text.
const commit = Buffer.from('Q\0\0\0\x0bcommit\0')

export async function cuttingProxy(target: string, random: () => number): Promise<CuttingProxy> {
  const { hostname, port } = new URL(target)
  const open = new Set<Socket>()
  const cuts = { before: 0, after: 0 }
  let each = 0
  let seen = 0
  let chosen = 0
  /** Whether this COMMIT is the one of its n. */
  const isDue = () => {
    if (seen % each === 0) chosen = Math.floor(random() * each)
    return seen++ % each === chosen
  }
  const server = createServer((shop) => {
    const postgres = connect(Number(port), hostname)
    const cut = () => [shop, postgres].forEach((socket) => socket.destroy())
    for (const socket of [shop, postgres]) {
      open.add(socket)
      socket.on('error', cut).on('close', () => (cut(), open.delete(socket)))
    }
    postgres.on('data', (data: Buffer) => void shop.write(data))
    shop.on('data', (data: Buffer) => {
      const due = each > 0 && data.includes(commit) && isDue()
      if (due && cuts.before <= cuts.after) {
        cuts.before += 1
        return cut()
      }
      if (due) {
        cuts.after += 1
        postgres.removeAllListeners('data').once('data', cut)
      }
      postgres.write(data)
    })
  })
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  return {
    url: Object.assign(new URL(target), { port: String((server.address() as AddressInfo).port) }).href,
    cutEach: (n) => void (each = n),
    cuts,
    async [Symbol.asyncDispose]() {
      for (const socket of open) socket.destroy()
      server.close()
    },
  }
}
