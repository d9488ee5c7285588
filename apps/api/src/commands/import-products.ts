import { randomBytes } from 'node:crypto'
import { readFile } from 'node:fs/promises'
import path from 'node:path'
import { parseArgs } from 'node:util'
import { openDatabase, repoRoot } from '@comptoir/db'
import type { VatCategory } from '@comptoir/domain/cart'
import { vatRatesBp } from '@comptoir/domain/catalog'
import { rowFaultWords } from '@comptoir/domain/imports'
import { readEnv } from '../env.ts'
import { fetchImages } from '../features/catalog/import/fetch-images.ts'
import { textOf } from '../features/catalog/import/file-text.ts'
import { importProducts } from '../features/catalog/import/import-products.ts'
import { sourceOf } from '../features/catalog/import/run-import.ts'

const usage = `Usage: pnpm import-products FILE [--language fr|en] [--vat RATE] [--images] [--dry-run]

  FILE        a Shopify product CSV: cells separated by commas, semicolons or tabs, in UTF-8 or Windows-1252
  --language  whose texts they are (fr unless said)
  --vat       ${Object.values(vatRatesBp)
    .map((bp) => bp / 100)
    .join(', ')} per cent; new products have 20 unless said, others keep theirs
  --images    fetches the pictures from their addresses
  --dry-run   tells what would happen and changes nothing
`

class WrongCall extends Error {}

const vatFor = (rate: string): VatCategory => {
  const found = Object.entries(vatRatesBp).find(([, bp]) => bp === Math.round(Number(rate) * 100))
  if (found === undefined || rate.trim() === '') throw new WrongCall(`--vat cannot be “${rate}”.`)
  return found[0] as VatCategory
}

function readCall() {
  const options = {
    language: { type: 'string', default: 'fr' },
    vat: { type: 'string' },
    images: { type: 'boolean', default: false },
    'dry-run': { type: 'boolean', default: false },
  } as const
  const { values, positionals } = parseArgs({ options, allowPositionals: true })
  const [file, ...others] = positionals.filter((one) => one !== '--')
  if (file === undefined || others.length > 0) throw new WrongCall('Please name one file.')
  const { language, vat, images } = values
  if (language !== 'fr' && language !== 'en') throw new WrongCall(`--language cannot be “${language}”: fr or en.`)
  const vatCategory = vat === undefined ? null : vatFor(vat)
  return {
    file: path.resolve(file),
    language,
    vatCategory,
    images,
    dryRun: values['dry-run'],
  } as const
}

/** `pnpm import-products FILE`: 0 when the file was read (bad rows are named), 2 when it could not be. */
async function main(): Promise<number> {
  const { file, images, ...choice } = readCall()
  const source = sourceOf(textOf(await readFile(file)))
  const db = await openDatabase(readEnv().databaseUrl)
  const services = { db, clock: () => new Date(), random: (bytes: number) => randomBytes(bytes) }
  try {
    const report = await importProducts(services, source, choice)
    for (const { line, fault } of report.bad) console.error(`line ${line}: ${rowFaultWords(fault, 'en')}`)
    console.log(
      `${path.basename(file)}: ${report.rows} rows, cells separated by a ${report.separator}${choice.dryRun ? ' (dry run: nothing was changed)' : ''}
  products  ${report.created} created, ${report.changed} changed, ${report.unchanged} unchanged
  variants  ${report.variants} (${report.newVariants} new)
  images    ${report.images} by their address
  bad rows  ${report.bad.length}`,
    )
    if (images && !choice.dryRun) {
      const folder = path.join(repoRoot(), 'data/media')
      const fetched = await fetchImages(services, report.productIds, { folder })
      for (const { url, fault } of fetched.failed) console.error(`${url}: ${rowFaultWords(fault, 'en')}`)
      console.log(`  fetched   ${fetched.kept}, ${fetched.failed.length} failed`)
    }
    return 0
  } finally {
    await db.close()
  }
}

process.exitCode = await main().catch((error: unknown) => {
  const words = error instanceof Error ? error.message : String(error)
  const called = error instanceof WrongCall || (error instanceof TypeError && 'code' in error)
  console.error(called ? `${words}\n\n${usage}` : words)
  return 2
})
