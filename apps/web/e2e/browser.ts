import { existsSync, mkdtempSync, rmSync } from 'node:fs'
import { createRequire } from 'node:module'
import os from 'node:os'
import path from 'node:path'
import { type Browser, chromium } from 'playwright-core'

const installed = [
  '/usr/bin/chromium',
  '/usr/bin/google-chrome',
  '/usr/bin/google-chrome-stable',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
]
const args = [
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-domain-reliability',
  '--disable-dev-shm-usage',
  '--no-pings',
  '--no-proxy-server',
  '--font-render-hinting=none',
  // Nothing but this machine can be reached, whatever a page asks for.
  '--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE localhost, EXCLUDE 127.0.0.1',
]

/** The folder with the unpacked browser of a test run. */
export const unpackedName = 'COMPTOIR_E2E_CHROMIUM'

/** How a Chromium is started, for those who drive theirs by something else. */
export interface Start {
  executable: string
  args: readonly string[]
  env: Record<string, string>
}

export interface OpenBrowser {
  browser: Browser
  start: Start
  close(): Promise<void>
}

/**
 * Starts a Chromium: the one that CHROMIUM_PATH names, else one of the system, else the one from npm, unpacked into the folder that a test
 * run shares, or into one of its own. One that does not start throws.
 */
export async function openBrowser(): Promise<OpenBrowser> {
  const given = process.env['CHROMIUM_PATH'] ?? installed.find((file) => existsSync(file))
  if (given !== undefined) {
    const opened = await launch(given)
    return { ...opened, close: () => opened.browser.close() }
  }
  const shared = process.env[unpackedName]
  const folder = shared ?? mkdtempSync(path.join(os.tmpdir(), 'comptoir-chromium-'))
  const clear = () => shared ?? rmSync(folder, { recursive: true, force: true })
  try {
    const opened = await launchUnpacked(folder)
    return { ...opened, close: () => opened.browser.close().finally(clear) }
  } catch (error) {
    clear()
    throw error
  }
}

// As root Chromium starts only without its sandbox, which is Playwright's default.
async function launch(executable: string, variables: NodeJS.ProcessEnv = process.env) {
  const env = definedIn(variables)
  const browser = await chromium.launch({ executablePath: executable, args, timeout: 60_000, env })
  return { browser, start: { executable, args, env } }
}

const definedIn = (env: NodeJS.ProcessEnv) =>
  Object.fromEntries(Object.entries(env).filter((pair): pair is [string, string] => pair[1] !== undefined))

async function launchUnpacked(folder: string) {
  const { default: bundled, inflate } = await import('@sparticuz/chromium')
  const own = { ...process.env, ...(existsSync('/etc/fonts') ? {} : { FONTCONFIG_PATH: path.join(folder, 'fonts') }) }
  const executable = await unpackingTo(folder, () => bundled.executablePath())
  try {
    return await launch(executable, own)
  } catch (error) {
    if (!String(error).includes('shared libraries')) throw error
    // A bare machine lacks a few libraries; the package brings those too.
    const packed = path.join(path.dirname(packageFile()), '../bin/al2023.tar.br')
    const libraries = await unpackingTo(folder, () => inflate(packed))
    return launch(executable, { ...own, LD_LIBRARY_PATH: path.join(libraries, 'lib') })
  }
}

const packageFile = () => createRequire(import.meta.url).resolve('@sparticuz/chromium')

/** The package unpacks to the temporary folder and trusts whatever lies there: so it gets one of its own. */
async function unpackingTo<T>(folder: string, unpack: () => Promise<T>): Promise<T> {
  const before = process.env['TMPDIR']
  process.env['TMPDIR'] = folder
  try {
    return await unpack()
  } finally {
    if (before === undefined) delete process.env['TMPDIR']
    else process.env['TMPDIR'] = before
  }
}
