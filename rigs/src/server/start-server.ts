import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import type { Readable } from 'node:stream'
import { bundledServer } from '../bundle.ts'
import { type Answered, lastWordsFd, type OrderName, type Orders, type ServerPlan } from './orders.ts'

/** A shop in a process of its own, and the line on which it takes orders. */
export interface RigServer extends AsyncDisposable {
  url: string
  child: ChildProcess
  tell<N extends OrderName>(name: N, asked: Orders[N]['asked']): Promise<Orders[N]['answer']>
  /** Resolves when the process next says where it is: it stands still there. */
  stalled(): Promise<string>
  /** Wakes a process that stands still. */
  wake(): void
  /** Resolves when the process has ended: where it ended itself, or an empty text. */
  ended: Promise<string>
  kill(): Promise<string>
}

/** Starts the shop; `await using` ends it. */
export async function startServer(plan: ServerPlan): Promise<RigServer> {
  const child = spawn(process.execPath, [await bundledServer()], {
    stdio: ['ignore', 'inherit', 'pipe', 'ipc', 'pipe'],
    env: { ...process.env, RIG_SERVER: JSON.stringify(plan) },
  })
  let complaints = ''
  child.stderr?.setEncoding('utf8').on('data', (text: string) => (complaints = (complaints + text).slice(-4000)))
  if (process.env['RIG_LOG']) child.stderr?.pipe(process.stderr)
  let lastWords = ''
  const pipe = child.stdio[lastWordsFd] as Readable
  pipe.setEncoding('utf8').on('data', (text: string) => (lastWords += text))
  const ended = once(child, 'close').then(() => lastWords)
  const waiting = new Map<number, (answered: Answered) => void>()
  const heard = (id: number) => new Promise<Answered>((resolve) => waiting.set(id, resolve))
  child.on('message', (answered: Answered) => {
    waiting.get(answered.id)?.(answered)
    waiting.delete(answered.id)
  })
  const orGone = async (answered: Promise<Answered>): Promise<unknown> => {
    const gone = ended.then((): Answered => ({ id: 0, error: `the rig server ended:\n${complaints}` }))
    const { answer, error } = await Promise.race([answered, gone])
    if (error !== undefined) throw new Error(error)
    return answer
  }
  const kill = async () => {
    child.kill('SIGKILL')
    return ended
  }
  let last = 0
  let word: Promise<string> | undefined
  return {
    url: String(await orGone(heard(0))),
    child,
    stalled: () => (word ??= once(pipe, 'data').then(([name]) => ((word = undefined), String(name)))),
    wake: () => void child.kill('SIGCONT'),
    ended,
    kill,
    async tell<N extends OrderName>(name: N, asked: Orders[N]['asked']) {
      const id = ++last
      const answered = heard(id)
      // A server that is gone hears nothing: that it ended is told below.
      child.send({ id, name, asked }, () => {})
      return (await orGone(answered)) as Orders[N]['answer']
    },
    [Symbol.asyncDispose]: async () => void (await kill()),
  }
}
