// pnpm rig:crash, rig:races, rig:torn, rig:postgres, rig:drain, rig:fuzz, rig:stall: the rigs of `npm test`, with as much as one asks for.
import { spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { repoRoot } from '@comptoir/db'
import { testOutcome } from '../../scripts/lib/test-outcome.ts'

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    kills: { type: 'string' },
    torn: { type: 'string' },
    buyers: { type: 'string' },
    turns: { type: 'string' },
    hooks: { type: 'string' },
    drains: { type: 'string' },
    stalls: { type: 'string' },
    requests: { type: 'string' },
    engine: { type: 'string' },
    seed: { type: 'string' },
  },
})
const [rig = ''] = positionals
if (!['crash', 'races', 'torn', 'postgres', 'drain', 'fuzz', 'stall'].includes(rig)) {
  console.error('Say which rig: crash, races, torn, postgres, drain, fuzz or stall (see docs/rigs.md).')
  process.exit(1)
}
const { kills, engine = 'sqlite' } = values
if (!['sqlite', 'postgres'].includes(engine)) {
  console.error(`There is no engine called ${engine}: say sqlite or postgres.`)
  process.exit(1)
}
const told = {
  ...{ RIG_KILLS: kills, RIG_KILLS_POSTGRES: kills, RIG_TORN: values.torn, RIG_BUYERS: values.buyers },
  ...{ RIG_TURNS: values.turns, RIG_HOOKS: values.hooks, RIG_DRAINS: values.drains, RIG_SEED: values.seed },
  ...{ RIG_REQUESTS: values.requests, RIG_STALLS: values.stalls, RIG_ENGINE: values.engine },
}
const env = { ...process.env, ...Object.fromEntries(Object.entries(told).filter(([, value]) => value !== undefined)) }
const folder = mkdtempSync(join(tmpdir(), 'comptoir-rig-'))
const report = join(folder, 'report.json')
const reporters = ['--reporter=default', '--reporter=json', `--outputFile.json=${report}`]
const args = ['exec', 'vitest', 'run', '--project', 'rigs*', `rigs/src/${rig}/`, '--testTimeout=3600000', ...reporters]
const { status } = spawnSync('pnpm', args, { cwd: repoRoot(), env, stdio: 'inherit' })
// The runner's own code may be lost when its PostgreSQL is stopped: the report counts.
const { failed } = testOutcome({ code: status ?? 1, report, projects: [`/rigs/src/${rig}/`] })
rmSync(folder, { recursive: true })
process.exitCode = failed > 0 ? 1 : 0
