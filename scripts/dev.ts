// pnpm dev: the server from source on PORT (4000), restarted at each change, and Vite with hot reload in front of it on WEB_PORT (5173).
import { spawn } from 'node:child_process'
import path from 'node:path'
import { root } from './bring-node.mjs'
import { capture, signalGroup } from './lib/step.mjs'

const port = process.env['PORT'] ?? '4000'
const webPort = process.env['WEB_PORT'] ?? '5173'

function run(title: string, command: string, args: string[], env: Record<string, string>, cwd = root) {
  const child = spawn(command, args, {
    cwd,
    env: { ...process.env, ...env },
    stdio: ['ignore', 'inherit', 'inherit'],
    detached: process.platform !== 'win32',
  })
  child.once('error', (error) => end(1, `${title} could not be started: ${error.message}`))
  child.once('exit', (code) => end(code || 1, `${title} ended.`))
  return child
}

// Pictures are made, not committed; the rest needs no build here.
const pictures = await capture(process.execPath, ['scripts/build.ts', 'pictures'], {
  cwd: root,
  onText: (text) => process.stdout.write(text),
})
if (pictures.code !== 0) process.exit(pictures.code)

let ending = false
function end(code: number, reason: string) {
  if (ending) return
  ending = true
  console.log(reason)
  process.exitCode = code
  for (const child of children) signalGroup(child, 'SIGTERM')
}

const children = [
  run('The server', process.execPath, ['--watch', 'apps/api/src/main.ts'], { PORT: port }),
  run(
    'Vite',
    'pnpm',
    ['exec', 'vite', '--port', webPort, '--strictPort'],
    { API_PORT: port },
    path.join(root, 'apps/web'),
  ),
]
for (const signal of ['SIGHUP', 'SIGINT', 'SIGTERM'] as const)
  process.on(signal, () => end(0, 'Ending the server and Vite.'))

console.log(
  `Shop      http://localhost:${webPort}\nConsole   http://localhost:${webPort}/admin\nServer    http://localhost:${port}`,
)
