// pnpm simulate [--seeds 1000] [--from 1] [--seed 123] [--steps 300] [--workers 2] [--mutants [word …]]
import { parseArgs } from 'node:util'
import { tried } from './bars.ts'
import { mutants } from './mutants.ts'
import { reportOf, runSeeds } from './run-seeds.ts'

const text = { type: 'string' } as const
const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { seeds: text, from: text, seed: text, steps: text, workers: text, mutants: { type: 'boolean' } },
})
const whole = (given: string | undefined, usual: number): number => {
  const number = Number(given ?? usual)
  if (!Number.isSafeInteger(number) || number < 0) throw new Error(`"${given}" is not a whole number`)
  return number
}
const steps = whole(values.steps, 300)
const workers = whole(values.workers, 2)
const from = whole(values.seed ?? values.from, 1)
const many = values.seed === undefined ? whole(values.seeds, 300) : 1
const seeds = Array.from({ length: many }, (_, i) => from + i)

async function play(): Promise<boolean> {
  const outcome = await runSeeds({ seeds, steps, workers, twice: values.seed === undefined ? Math.ceil(many / 10) : 1 })
  const { lines, short } = tried(outcome, steps)
  console.log(`simulator, ${outcome.runs} runs of ${steps} steps:\n  ${lines.join('\n  ')}`)
  if (outcome.red) console.error(reportOf(outcome.red, steps))
  if (many >= 20 && short.length > 0) console.error(short.join('\n'))
  return outcome.red === null && (many < 20 || short.length === 0)
}
async function playMutants(): Promise<boolean> {
  let missed = 0
  for (const mutant of mutants.filter(({ name }) => positionals.every((word) => name.includes(word)))) {
    const { red } = await runSeeds({ seeds, steps, workers, twice: 0, mutant, untilRed: true })
    if (red === null) missed++
    console.log(
      `without ${mutant.name}: ${red ? `red at seed ${red.seed}, ${red.complaints[0]?.slice(0, 200)}` : `GREEN in ${many} seeds`}`,
    )
  }
  return missed === 0
}
process.exitCode = (await (values.mutants ? playMutants() : play())) ? 0 : 1
