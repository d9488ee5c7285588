import net, { type AddressInfo, type Socket } from 'node:net'

/** A line between a visitor and the shop that can be cut and mended. */
export interface Line {
  /** Where the shop is reached over this line. */
  address: string
  /** Drops every connection and lets none through until it is mended. */
  cut(): void
  mend(): void
  close(): Promise<void>
}

export async function openLine(shopAddress: string): Promise<Line> {
  const { hostname, port } = new URL(shopAddress)
  const sockets = new Set<Socket>()
  let whole = true
  const keep = (socket: Socket) => {
    sockets.add(socket)
    socket.on('close', () => sockets.delete(socket)).on('error', () => socket.destroy())
    return socket
  }
  const server = net.createServer((near) => {
    if (!whole) return void near.destroy()
    const far = keep(net.connect(Number(port), hostname))
    keep(near).on('close', () => far.destroy())
    far.on('close', () => near.destroy())
    near.pipe(far).pipe(near)
  })
  await new Promise<void>((resolve) => server.listen(0, 'localhost', resolve))
  const drop = () => {
    for (const socket of sockets) socket.destroy()
  }
  return {
    address: `http://localhost:${(server.address() as AddressInfo).port}`,
    cut: () => {
      whole = false
      drop()
    },
    mend: () => {
      whole = true
    },
    close: () => {
      const closed = new Promise<void>((resolve) => server.close(() => resolve()))
      drop()
      return closed
    },
  }
}
