// One process that plays seeds: time is virtual in all of it, so nothing else runs here.
import { copyFileSync, existsSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { makeTemplate } from './people.ts'
import { simulate } from './simulate.ts'
import { virtualTime } from './virtual-time.ts'

/** What a worker is asked. */
export interface Asked {
  seed: number
  steps: number
}
const time = virtualTime()
// In memory where the system has a place for that: no disk is under test here.
const folder = mkdtempSync(join(existsSync('/dev/shm') ? '/dev/shm' : tmpdir(), 'comptoir-simulator-'))
process.on('exit', () => rmSync(folder, { recursive: true, force: true }))
process.on('disconnect', () => process.exit(0))
const template = join(folder, 'template.db')
await makeTemplate(`file:${template}`)

let played = 0
process.on('message', ({ seed, steps }: Asked) => {
  const path = join(folder, `shop-${++played}.db`)
  copyFileSync(template, path)
  simulate(seed, { steps, url: `file:${path}`, time }).then(
    (run) => {
      for (const suffix of ['', '-wal', '-shm']) rmSync(path + suffix, { force: true })
      process.send?.(run)
    },
    (error: unknown) => {
      console.error(error)
      process.exit(1)
    },
  )
})
process.send?.('ready')
