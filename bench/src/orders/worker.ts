import { type ChildProcess, fork } from 'node:child_process'
import path from 'node:path'
import serverFlags from '../../../scripts/lib/server-flags.json' with { type: 'json' }
import { bundledServer } from './bundled-server.ts'

/** A process of the order cases: asked by message, one at a time, it answers each. */
export interface Worker {
  ask<A>(message: unknown): Promise<A>
  end(): void
}

/** Starts one of the programs beside this file; `hello` is the first thing that it says, when it says something by itself. */
export async function startWorker<H>(
  program: 'server.ts' | 'driver.ts',
  { args = [], greets }: { args?: string[]; greets: boolean },
): Promise<Worker & { hello: H | undefined }> {
  const shop = program === 'server.ts'
  const child = fork(shop ? await bundledServer() : path.join(import.meta.dirname, program), args, {
    env: { ...process.env, NODE_ENV: 'production' },
    ...(shop && { execArgv: serverFlags }),
    stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
  })
  const hello = greets ? await answerOf<H>(child, program) : undefined
  return {
    hello,
    ask<A>(message: unknown) {
      const answer = answerOf<A>(child, program)
      child.send(message as object)
      return answer
    },
    end: () => void child.kill(),
  }
}

/** The next thing that a process says; its end is no answer. */
function answerOf<A>(child: ChildProcess, program: string): Promise<A> {
  return new Promise((resolve, reject) => {
    const heard = (message: unknown) => {
      child.off('exit', ended)
      resolve(message as A)
    }
    const ended = (code: number | null) => {
      child.off('message', heard)
      reject(new Error(`${program} ended with ${code}`))
    }
    child.once('message', heard)
    child.once('exit', ended)
  })
}
