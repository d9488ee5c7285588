// npm start: brings Node 24 and pnpm, installs, builds what changed, then runs the server and stays out of its way.
import { readFileSync } from 'node:fs'
import { bringTools, environment, root } from './bring-node.mjs'
import { handOver, listenForSignals } from './lib/hand-over.mjs'
import { ensureInstalled } from './lib/install.mjs'
import { capture } from './lib/step.mjs'

listenForSignals()
const tools = await bringTools()
await ensureInstalled(tools)
const build = await capture(tools.node, ['scripts/build.ts'], {
  cwd: root,
  env: environment(tools),
  onText: (text) => process.stdout.write(text),
})
if (build.code !== 0) process.exit(build.code)
// Young objects in 24 MB instead of 48, and memory given back at rest: a shop that serves for hours stays small (docs/performance.md, T9).
handOver(tools, [...serverFlags(), 'apps/api/dist/main.mjs', ...process.argv.slice(2)])

// Read, not imported: Node 20 would warn of a JSON module.
/** @returns {string[]} */
function serverFlags() {
  return JSON.parse(readFileSync(new URL('./lib/server-flags.json', import.meta.url), 'utf8'))
}
