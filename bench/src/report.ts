import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import type { Measured } from './measure/load.ts'
import { dataFolder } from './seed/seed.ts'

/** One run, as the next one compares itself with it. */
export interface Report {
  at: string
  products: number
  figures: Record<string, Measured>
  ratios: Record<string, number>
  coldStartMs?: number[]
  idleMb?: number
  loadedMb?: number
}

const lastFile = path.join(dataFolder, 'last.json')
/** How much dearer than in the last run is worth a word (PERFORMANCE T12). */
const tolerated = 1.25

/** What became dearer since the last run of the same size: CPU as a ratio to the same run's node:http hello. */
export function compareWithLast(report: Report): string[] {
  const last = readLast()
  if (last === undefined || last.products !== report.products) return []
  const costs = ({ figures }: Report) => {
    const hello = figures['node:http hello']?.cpuMs ?? 1
    return new Map(Object.entries(figures).map(([name, { cpuMs }]) => [name, cpuMs / hello]))
  }
  const before = costs(last)
  return [...costs(report)].flatMap(([name, now]) => {
    const then = before.get(name)
    if (then === undefined || now <= then * tolerated) return []
    return [
      `DEARER: ${name} costs ${now.toFixed(2)} hellos of CPU, ${then.toFixed(2)} on ${last.at.slice(0, 10)} (+${((now / then - 1) * 100).toFixed(0)} %)`,
    ]
  })
}

/** Keeps a run; figures that it did not measure stay as they were. */
export function writeReport(report: Report): void {
  const last = readLast()
  const same = last?.products === report.products ? last : undefined
  const kept: Report = {
    ...{ ...report, figures: { ...same?.figures, ...report.figures }, ratios: { ...same?.ratios, ...report.ratios } },
  }
  mkdirSync(dataFolder, { recursive: true })
  writeFileSync(lastFile, `${JSON.stringify(kept, null, 2)}\n`)
}

const readLast = (): Report | undefined =>
  existsSync(lastFile) ? (JSON.parse(readFileSync(lastFile, 'utf8')) as Report) : undefined
