import { type ChildProcess, fork } from 'node:child_process'
import { once } from 'node:events'
import { readFileSync } from 'node:fs'
import path from 'node:path'

interface Usage {
  cpu: NodeJS.CpuUsage
}
/** A process under measurement. */
export interface Child {
  url: string
  /** From the start of the process to the first good answer. */
  readyMs: number
  process: ChildProcess
  /** CPU of the process so far, all threads, in ms. */
  cpuMs(): Promise<number>
  /** Proportional set size in MB. */
  pssMb(): number
  stop(): Promise<void>
}

const open = new Set<ChildProcess>()

/** Ends what is still running: when a case fails, its servers would keep this process waiting. */
export function endChildren(): void {
  for (const child of open) child.kill()
}

const meter = path.join(import.meta.dirname, '../shop/usage.mjs')

/** Starts a Node program that listens on `port` and waits until `first` answers 200 there. */
export async function startChild(
  program: string,
  {
    port,
    first,
    env = {},
    flags = [],
    begin = () => {},
  }: {
    port: number
    first: string
    env?: NodeJS.ProcessEnv
    /** What Node itself is told, as `npm start` tells it. */
    flags?: readonly string[]
    begin?: (child: ChildProcess) => void
  },
): Promise<Child> {
  const begun = performance.now()
  const child = fork(program, {
    execArgv: [...flags, '--import', meter],
    env: { ...process.env, PORT: String(port), ...env },
    stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
  })
  open.add(child)
  child.once('exit', () => open.delete(child))
  begin(child)
  const url = `http://127.0.0.1:${port}`
  while (!(await answers(url + first))) {
    if (child.exitCode !== null) throw new Error(`${path.basename(program)} ended with ${child.exitCode}`)
    await new Promise((resolve) => setTimeout(resolve, 2))
  }
  const readyMs = performance.now() - begun
  return {
    url,
    readyMs,
    process: child,
    async cpuMs() {
      const answer = once(child, 'message') as Promise<[Usage]>
      child.send('usage')
      const [{ cpu }] = await answer
      return (cpu.user + cpu.system) / 1000
    },
    pssMb: () => pssOf(child.pid),
    async stop() {
      const ended = once(child, 'exit')
      child.kill('SIGTERM')
      await ended
    },
  }
}

const answers = (url: string): Promise<boolean> =>
  fetch(url, { headers: { connection: 'close' } }).then(
    async (answer) => {
      await answer.arrayBuffer()
      return answer.ok
    },
    () => false,
  )

function pssOf(pid: number | undefined): number {
  const kb = /^Pss:\s+(\d+) kB/m.exec(readFileSync(`/proc/${pid}/smaps_rollup`, 'utf8'))?.[1]
  return Number(kb ?? 0) / 1024
}

/** A port that is free at this moment. */
export async function freePort(): Promise<number> {
  const { createServer } = await import('node:net')
  const server = createServer().listen(0, '127.0.0.1')
  await once(server, 'listening')
  const address = server.address()
  server.close()
  return typeof address === 'object' && address !== null ? address.port : 0
}
