// pnpm verify: the one gate. Runs every check, prints what each took, ends with the line "N passed, N failed".
import { mkdtempSync, rmSync } from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { listenForSignals } from './lib/hand-over.mjs'
import { capture, heartbeat, secondsSince, tail } from './lib/step.mjs'
import { root } from './bring-node.mjs'
import { checks } from './lib/checks.ts'
import type { Check, Outcome } from './lib/checks.ts'

interface Line extends Outcome {
  title: string
  took: string
}

async function run({ title, command, args, outcome }: Check): Promise<Line> {
  const startedAt = Date.now()
  console.log(`\n▸ ${title}`)
  const rest = heartbeat()
  const { code, output } = await capture(command, args, { cwd: root })
  rest()
  const result = outcome?.(code) ?? { passed: code === 0 ? 1 : 0, failed: code === 0 ? 0 : 1 }
  const took = secondsSince(startedAt)
  if (result.failed > 0) console.log(tail(output, 200))
  if (result.note !== undefined) console.log(`  ${result.note}`)
  console.log(`  ${result.passed} passed, ${result.failed} failed, ${took}`)
  return { title, took, ...result }
}

listenForSignals()
process.env['TURBO_TELEMETRY_DISABLED'] = '1'
if (!process.stdout.isTTY) process.env['NO_COLOR'] = '1'

const startedAt = Date.now()
const wanted = process.argv.slice(2)
const reports = mkdtempSync(path.join(os.tmpdir(), 'comptoir-verify-'))
const lines: Line[] = []
for (const check of checks(reports).filter(
  ({ title }) => wanted.length === 0 || wanted.some((word) => title.includes(word)),
))
  lines.push(await run(check))
rmSync(reports, { recursive: true })

const passed = lines.reduce((sum, line) => sum + line.passed, 0)
const failed = lines.reduce((sum, line) => sum + line.failed, 0)
const width = Math.max(...lines.map(({ title }) => title.length))
console.log(`\n${'check'.padEnd(width)}  passed  failed      time`)
for (const { title, took, ...line } of lines) {
  console.log(
    `${title.padEnd(width)}  ${String(line.passed).padStart(6)}  ${String(line.failed).padStart(6)}  ${took.padStart(8)}`,
  )
}
console.log(
  `${'all'.padEnd(width)}  ${String(passed).padStart(6)}  ${String(failed).padStart(6)}  ${secondsSince(startedAt).padStart(8)}\n`,
)
process.exitCode = failed > 0 || passed === 0 ? 1 : 0
console.log(`${passed} passed, ${failed} failed`)
