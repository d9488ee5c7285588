import { existsSync } from 'node:fs'
import path from 'node:path'

/** Where the PATH finds a program, as an absolute path. @param {string} name @returns {string | undefined} */
export function onPath(name) {
  const names = process.platform === 'win32' ? [`${name}.exe`, `${name}.cmd`] : [name]
  const folders = (process.env['PATH'] ?? '').split(path.delimiter).filter((folder) => path.isAbsolute(folder))
  return folders.flatMap((folder) => names.map((file) => path.join(folder, file))).find((file) => existsSync(file))
}
