// npm test: brings Node 24 and pnpm, installs, then runs the one gate.
import { bringTools } from './bring-node.mjs'
import { handOver, listenForSignals } from './lib/hand-over.mjs'
import { ensureInstalled } from './lib/install.mjs'

listenForSignals()
const tools = await bringTools()
await ensureInstalled(tools)
handOver(tools, ['scripts/verify.ts', ...process.argv.slice(2)])
