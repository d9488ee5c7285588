import { mkdirSync, mkdtempSync, rmSync } from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { openBrowser, unpackedName } from './browser.ts'
import { buildShop, fillTemplate, templateName } from './shop.ts'

/** What all stories of a run need is made once, before the first: the build, the browser unpacked, a database that each copies. */
export async function setup(): Promise<() => void> {
  await buildShop()
  const folder = mkdtempSync(path.join(os.tmpdir(), 'comptoir-stories-'))
  const unpacked = path.join(folder, 'chromium')
  mkdirSync(unpacked)
  process.env[unpackedName] = unpacked
  await (await openBrowser()).close()
  process.env[templateName] = await fillTemplate(path.join(folder, 'template.db'))
  return () => {
    delete process.env[unpackedName]
    delete process.env[templateName]
    rmSync(folder, { recursive: true, force: true })
  }
}
