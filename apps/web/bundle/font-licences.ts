import { readFileSync } from 'node:fs'
import type { Plugin } from 'vite'

const fonts = ['newsreader', 'hanken-grotesk']
const packages = new URL('../node_modules/@fontsource-variable/', import.meta.url)

/** Our letters are free under the SIL Open Font License, whose text has to come with them. */
export const fontLicences: Plugin = {
  name: 'font-licences',
  generateBundle() {
    for (const font of fonts) {
      const source = readFileSync(new URL(`${font}/LICENSE`, packages), 'utf8')
      this.emitFile({ type: 'asset', fileName: `licences/${font}.txt`, source })
    }
  },
}
