import { spawn } from 'node:child_process'
import type { ChildProcess } from 'node:child_process'
import { existsSync, readFileSync, readdirSync } from 'node:fs'
import { createServer } from 'node:net'
import { root } from '../bring-node.mjs'

export interface Shop {
  npm: ChildProcess
  /** All that was printed so far. */
  output(): string
  /** Resolves when the text was printed; refuses with the output when the shop ends before. */
  said(text: string): Promise<void>
  /** The exit code of npm itself, or 128 for an end by signal; what it started may live on. */
  exited: Promise<number>
  /** Resolves when nothing that npm started can print any more. */
  silent: Promise<unknown>
}

/** What the test runner says to its own children must not reach the shop. */
function plainEnvironment(): NodeJS.ProcessEnv {
  const ours =
    /^(NODE_ENV|NODE_OPTIONS|VITEST.*|TEST|PORT|HOST|DATABASE_URL|PUBLIC_URL|npm_lifecycle_.*|npm_package_.*)$/
  return Object.fromEntries(Object.entries(process.env).filter(([name]) => !ours.test(name)))
}

/** Runs `npm start` in the repository, as its reader does. */
export function npmStart(env: Record<string, string>): Shop {
  const npm = spawn('npm', ['start'], {
    cwd: root,
    env: { ...plainEnvironment(), ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  let output = ''
  const listeners = new Set<() => void>()
  const take = (text: string) => {
    output += text
    for (const listener of listeners) listener()
  }
  npm.stdout.setEncoding('utf8').on('data', take)
  npm.stderr.setEncoding('utf8').on('data', take)
  const exited = new Promise<number>((resolve) => npm.once('exit', (code) => resolve(code ?? 128)))
  const silent = new Promise((resolve) => npm.once('close', resolve))
  const said = async (text: string) => {
    const heard = new Promise<void>((resolve) => {
      const listen = () => output.includes(text) && resolve()
      listeners.add(listen)
      listen()
    })
    const early = exited.then((code) =>
      Promise.reject(new Error(`npm start ended with code ${code} before it said "${text}":\n${output}`)),
    )
    await Promise.race([heard, early])
  }
  return { npm, output: () => output, said, exited, silent }
}

/** The processes that a process started, and those that they started. Reads /proc, so it knows them on Linux only. */
export function descendantsOf(pid: number | undefined): number[] {
  const children = (of: number | undefined) => processes.filter(({ parent }) => parent === of)
  const below = (of: number | undefined): number[] => children(of).flatMap((child) => [child.pid, ...below(child.pid)])
  const processes = existsSync('/proc/self/stat') ? readdirSync('/proc').flatMap(processOf) : []
  return below(pid)
}

function processOf(name: string): { pid: number; parent: number }[] {
  if (!/^\d+$/.test(name)) return []
  try {
    // "pid (name, which may hold anything) state parent …"
    const parent = readFileSync(`/proc/${name}/stat`, 'utf8').split(') ').at(-1)?.split(' ')[1]
    return [{ pid: Number(name), parent: Number(parent) }]
  } catch {
    return [] // It ended while we looked.
  }
}

export function isAlive(pid: number): boolean {
  try {
    return process.kill(pid, 0)
  } catch {
    return false
  }
}

async function listen(port: number): Promise<number> {
  const server = createServer()
  return await new Promise((resolve, reject) => {
    server.once('error', reject)
    server.listen(port, () => {
      const address = server.address()
      server.close(() => resolve(typeof address === 'object' && address !== null ? address.port : port))
    })
  })
}

export const freePort = () => listen(0)
export const isFree = (port: number) =>
  listen(port).then(
    () => true,
    () => false,
  )
