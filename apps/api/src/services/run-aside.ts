import { holdsMore } from '@comptoir/db/stores/product-facets'
import type { Context } from '../context.ts'
import { type LongTask, type LongTasks, runLongTask } from './long-tasks.ts'

/**
 * Counts where nobody waits for it: in the thread of the long reads where the shop is large, else at once: `small` products are
 * counted sooner than a thread could start.
 */
export async function runAside<N extends LongTask>(
  { db, upkeep }: Pick<Context, 'db' | 'upkeep'>,
  name: N,
  input: LongTasks[N]['input'],
  { small = 2000 } = {},
): Promise<LongTasks[N]['answer']> {
  if (await holdsMore(db.read, small)) return upkeep.longReads.run(name, input)
  return runLongTask(db.read, name, input)
}
