// npm start: brings Node 24 and pnpm, installs, builds what changed, then runs the server and stays out of its way.
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
handOver(tools, ['apps/api/dist/main.mjs', ...process.argv.slice(2)])
