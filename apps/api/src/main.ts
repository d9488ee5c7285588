import { enableCompileCache, flushCompileCache } from 'node:module'
import { join } from 'node:path'
import { type Env, EnvError, readEnv } from './env.ts'
import { explainStartError } from './start-error.ts'

/** Where the shop is served, as people type it. */
const shownAddress = (env: Env, port: number) =>
  env.host === '0.0.0.0' || env.host === '::' || env.host === 'localhost'
    ? `http://localhost:${port}`
    : `http://${env.host.includes(':') ? `[${env.host}]` : env.host}:${port}`

/** What the engine compiled of a bundle is kept beside it, and read at the next start; without a writable folder each start compiles. */
function keepCompiled(): void {
  const { filename, dirname } = import.meta
  if (!filename.endsWith('.mjs')) return
  enableCompileCache(join(dirname, '.compiled'))
  // Written by the first start of a bundle; later ones find it right and write nothing.
  setTimeout(flushCompileCache, 5000).unref()
}

async function main(): Promise<void> {
  const env = readEnv()
  keepCompiled()
  // Loaded after the settings are known to be right, so that a wrong one is said at once.
  const { serve } = await import('./serve.ts')
  const { port, demo } = await serve(env)
  const address = shownAddress(env, port)
  const lines = [
    `Comptoir is open: ${address}`,
    `  storefront  ${address}/fr  ${address}/en`,
    `  console     ${address}/admin`,
    `  client      ${address}/client.tgz`,
  ]
  if (demo)
    lines.push(
      '  accounts    admin@ecom.test / admin123 (console)',
      '              alice@email.test, bob@email.test, charlie@email.test / password123',
    )
  process.stdout.write(`${lines.join('\n')}\n`)
}

main().catch((error: unknown) => {
  process.stderr.write(`${error instanceof EnvError ? error.message : explainStartError(error)}\n`)
  process.exitCode = 1
  setTimeout(() => process.exit(1), 1000).unref()
})
