import { parentPort, workerData } from 'node:worker_threads'
import { openReader } from '@comptoir/db'
import type { LongRequest } from './long-reads.ts'
import { type LongTask, runLongTask } from './long-tasks.ts'

// The thread of the long reads: a connection of its own that can only read, and no word to the shop but answers.
const { path } = workerData as { path: string }
const { read } = openReader(path)

async function answer<N extends LongTask>({ id, name, input }: LongRequest<N>): Promise<void> {
  try {
    const found = await runLongTask(read, name, input, (done, of) =>
      parentPort?.postMessage({ id, progress: { done, of } }, []),
    )
    parentPort?.postMessage({ id, answer: found }, [])
  } catch (error) {
    parentPort?.postMessage({ id, error }, [])
  }
}
parentPort?.on('message', (request: LongRequest) => void answer(request))
