import type { OpenShop } from '@comptoir/api/open-shop'
import type { Database, Writer } from '@comptoir/db'

type Services = Pick<OpenShop['services'], 'db' | 'gateway'>
/** Waits at a hook for as long as a rig wants; `where` is its name. */
export type Pause = (where: string) => Promise<void>

/**
 * The same services, with a hook before and after each write and each call of the gateway. With `inside`, also before each statement
 * of a write and before its COMMIT: only PostgreSQL can wait there.
 */
export const pausedServices = ({ db, gateway }: Services, pause: Pause, { inside }: { inside: boolean }): Services => ({
  db: pausedDatabase(db, pause, inside),
  gateway: {
    charge: (charge) => around('charge', pause, () => gateway.charge(charge)),
    confirm: (step) => around('confirm', pause, () => gateway.confirm(step)),
    find: (key) => around('find', pause, () => gateway.find(key)),
    close: (key) => around('close', pause, () => gateway.close(key)),
    refund: (refund) => around('refund', pause, () => gateway.refund(refund)),
  },
})

async function around<T>(call: string, pause: Pause, work: () => Promise<T>): Promise<T> {
  await pause(`before ${call}`)
  const result = await work()
  await pause(`after ${call}`)
  return result
}

const pausedDatabase = (db: Database, pause: Pause, inside: boolean): Database => ({
  ...db,
  write: (work) =>
    around('a write', pause, () =>
      db.write(async (tx) => {
        if (!inside) return work(tx)
        const result = await work(pausedWriter(tx, () => pause('a statement')))
        await pause('commit')
        return result
      }),
    ),
})

const pausedWriter = (tx: Writer, pause: () => Promise<void>): Writer => ({
  ...tx,
  select: pausedVerb(tx.select, pause),
  selectDistinct: pausedVerb(tx.selectDistinct, pause),
  insert: pausedVerb(tx.insert, pause),
  update: pausedVerb(tx.update, pause),
  delete: pausedVerb(tx.delete, pause),
})

/** A verb whose statements wait before they run: a builder when it is awaited, which is when `then` is asked for, a prepared one when it is executed. */
const pausedVerb = <V extends (...args: never[]) => object>(verb: V, pause: () => Promise<void>): V =>
  new Proxy(verb, {
    apply: (target, self, args) => pausedBuilder(Reflect.apply(target, self, args) as object, pause),
  })

function pausedBuilder<B extends object>(builder: B, pause: () => Promise<void>): B {
  return new Proxy(builder, {
    get(target, name) {
      const value: unknown = Reflect.get(target, name)
      if (typeof value !== 'function') return value
      if (name === 'then')
        return (...then: ((result: unknown) => unknown)[]) =>
          pause().then(() => Reflect.apply(value, target, then) as unknown, then[1])
      return (...args: unknown[]) => {
        const next: unknown = Reflect.apply(value, target, args)
        if (name === 'prepare') return pausedStatement(next as Statement, pause)
        const runs = typeof next === 'object' && next !== null && 'then' in next && !(next instanceof Promise)
        return runs ? pausedBuilder(next, pause) : next
      }
    },
  })
}

interface Statement {
  execute(values: unknown): Promise<unknown>
}
const pausedStatement = (statement: Statement, pause: () => Promise<void>): Statement => ({
  execute: (values) => pause().then(() => statement.execute(values)),
})
