import { execFile } from 'node:child_process'
import { writeFile } from 'node:fs/promises'
import path from 'node:path'
import { promisify } from 'node:util'

const run = promisify(execFile)

/** The compilers that an outsider may have. */
export const compilers = { '5.7': 'typescript-5.7', '6.0': 'typescript', '7.0': 'typescript-7.0' }
export type Compiler = keyof typeof compilers

export const resolutions = {
  nodenext: { module: 'nodenext', moduleResolution: 'nodenext' },
  bundler: { module: 'esnext', moduleResolution: 'bundler' },
}

interface Compiled {
  /** What the compiler complains of, by file as seen from the folder. */
  complaints: Map<string, string>
  instantiations: number
  checkSeconds: number
}

const figure = (output: string, name: string) => Number(new RegExp(`^${name}:\\s+([\\d.]+)`, 'm').exec(output)?.[1])

/** Checks the files of a folder under `strict` with one of the compilers, as its owner would. */
export async function compile(
  compiler: Compiler,
  folder: string,
  include: string[],
  options: object = {},
): Promise<Compiled> {
  const config = path.join(folder, 'tsconfig.json')
  const compilerOptions = {
    strict: true,
    noEmit: true,
    target: 'es2022',
    types: [],
    ...resolutions.nodenext,
    ...options,
  }
  await writeFile(config, JSON.stringify({ compilerOptions, include }))
  const tsc = path.join(import.meta.dirname, '../node_modules', compilers[compiler], 'bin/tsc')
  const args = [tsc, '-p', config, '--pretty', 'false', '--extendedDiagnostics']
  const { stdout } = await run(process.execPath, args, { cwd: folder, maxBuffer: 2 ** 24 }).catch(
    (error: { stdout: string }) => error,
  )
  const complaints = new Map<string, string>()
  // The lines below a complaint that begin with a space explain it.
  for (const [, file = '', words = ''] of stdout.matchAll(/^(\S+?)\(\d+,\d+\): error ((?:.*)(?:\n .*)*)/gm))
    complaints.set(file, `${complaints.get(file) ?? ''}${words}\n`)
  const instantiations = figure(stdout, 'Instantiations')
  if (!(instantiations > 0)) throw new Error(`TypeScript ${compiler} did not get to its end:\n${stdout}`)
  return { complaints, instantiations, checkSeconds: figure(stdout, 'Check time') }
}
