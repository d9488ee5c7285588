// Run by npx, whose PATH leads to what it fetched: says where that is.
import { realpathSync } from 'node:fs'
import { onPath } from './on-path.mjs'

const pnpm = onPath('pnpm')
if (pnpm === undefined) throw new Error('pnpm is not on the PATH that npx made.')
console.log(JSON.stringify({ node: realpathSync(process.execPath), pnpm }))
