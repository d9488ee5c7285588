// Brings the Node and the pnpm this project runs on, with nothing but npm and its registry. Plain JavaScript: it must run on any Node from 18.
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { fileURLToPath } from 'node:url'
import { onPath } from './lib/on-path.mjs'
import { capture, step, tail } from './lib/step.mjs'

export const root = path.dirname(path.dirname(fileURLToPath(import.meta.url)))

const wantedNodeMajor = 24
const { packageManager } = JSON.parse(readFileSync(path.join(root, 'package.json'), 'utf8'))
export const wantedPnpm = String(packageManager).replace('pnpm@', '')
/** What earlier runs found out. Inside node_modules, so that removing that folder starts afresh. */
export const memory = path.join(root, 'node_modules', '.comptoir')
const toolsFile = path.join(memory, 'tools.json')

/** @typedef {{ node: string, pnpm: string }} Tools absolute paths of two programs */

/** The environment in which `node` and `pnpm` mean the ones that were brought. @param {Tools} tools @returns {NodeJS.ProcessEnv} */
export function environment({ node, pnpm }) {
  const folders = [path.dirname(node), path.dirname(pnpm), process.env['PATH'] ?? '']
  return {
    ...process.env,
    PATH: folders.join(path.delimiter),
    TURBO_TELEMETRY_DISABLED: '1',
    COREPACK_ENABLE_DOWNLOAD_PROMPT: '0',
  }
}

/** @param {string} node */
async function isRightNode(node) {
  if (!existsSync(node)) return false
  const { code, output } = await capture(node, ['-p', 'process.versions.node'])
  return code === 0 && Number.parseInt(output, 10) >= wantedNodeMajor
}

/** @param {Tools} tools */
async function isRightPnpm(tools) {
  if (!existsSync(tools.pnpm)) return false
  // Asked outside the repository: inside it any pnpm would fetch the version that packageManager names and answer with that.
  const { code, output } = await capture(tools.pnpm, ['--version'], {
    cwd: path.parse(root).root,
    env: environment(tools),
  })
  return code === 0 && output.trim().split('\n').at(-1) === wantedPnpm
}

/** @returns {Tools | undefined} what an earlier run found */
function remembered() {
  try {
    return JSON.parse(readFileSync(toolsFile, 'utf8'))
  } catch {
    return undefined
  }
}

/** npx only fetches and locates the programs: a signal sent to it never reaches its child. @param {boolean} nodeToo @returns {Promise<Tools>} */
async function findByNpx(nodeToo) {
  const packages = nodeToo ? [`node@${wantedNodeMajor}`, `pnpm@${wantedPnpm}`] : [`pnpm@${wantedPnpm}`]
  const output = await step(`Bringing ${packages.join(' and ')} by npx (here: Node ${process.versions.node})`, {
    command: process.platform === 'win32' ? 'npx.cmd' : 'npx',
    args: ['--yes', ...packages.flatMap((name) => ['-p', name]), '-c', 'node scripts/lib/where.mjs'],
    cwd: root,
    whatToDo: `npm could not fetch them: check the network with \`npm ping\`, or install Node ${wantedNodeMajor} and pnpm ${wantedPnpm} yourself, then run the command again.`,
  })
  const answer = output.split('\n').find((line) => line.startsWith('{"node":'))
  if (answer !== undefined) return JSON.parse(answer)
  console.error(
    `${tail(output)}\n\nnpx did not say where they are. Install Node ${wantedNodeMajor} and pnpm ${wantedPnpm} yourself, then run the command again.`,
  )
  process.exit(1)
}

/** Finds Node 24 and pnpm: those at hand, those an earlier run found, or fresh ones by npx. @returns {Promise<Tools>} */
export async function bringTools() {
  const nodeAtHand = Number.parseInt(process.versions.node, 10) >= wantedNodeMajor ? process.execPath : undefined
  const pnpmAtHand = onPath('pnpm')
  if (nodeAtHand !== undefined && pnpmAtHand !== undefined) {
    const tools = { node: nodeAtHand, pnpm: pnpmAtHand }
    // Run by the right pnpm, there is no need to ask it.
    const caller = process.env['npm_config_user_agent'] ?? ''
    if (caller.startsWith(`pnpm/${wantedPnpm} `) || (await isRightPnpm(tools))) return tools
  }
  const known = remembered()
  if (known !== undefined) {
    const tools = { ...known, node: nodeAtHand ?? known.node }
    if ((await isRightNode(tools.node)) && (await isRightPnpm(tools))) return tools
  }
  const tools = await findByNpx(nodeAtHand === undefined)
  mkdirSync(memory, { recursive: true })
  writeFileSync(toolsFile, `${JSON.stringify(tools)}\n`)
  return tools
}
