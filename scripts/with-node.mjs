// node scripts/with-node.mjs FILE …: runs one of our TypeScript files on the Node it needs, whatever Node is at hand.
import { bringTools } from './bring-node.mjs'
import { handOver, listenForSignals } from './lib/hand-over.mjs'

listenForSignals()
handOver(await bringTools(), process.argv.slice(2))
