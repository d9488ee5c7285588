import { defineConfig } from 'tsdown'

/** A view's schema has the view's name, so that the bundler would keep both; callers are told the interface only. */
const withoutSchemas = {
  name: 'without-schemas',
  transform: {
    order: 'pre' as const,
    filter: { id: /\.d\.ts$/ },
    handler: (code: string) => code.replace(/^(?:export )?declare const \w+: z\.ZodType<[^;]*>;$/gm, ''),
  },
}

export default defineConfig({
  entry: 'src/index.ts',
  format: 'esm',
  platform: 'neutral',
  target: 'es2022',
  tsconfig: 'tsconfig.build.json',
  // Only our own words go in; what else a declaration named would stay as an import, which the package's test finds.
  deps: { neverBundle: (id) => /^[@a-z]/.test(id) && !/^(@comptoir\/(api|domain)(\/|$)|src\/)/.test(id) },
  // The server's files are found through node_modules links, where TypeScript writes no declarations unless it is told to.
  dts: { eager: true },
  plugins: [withoutSchemas],
  checks: { pluginTimings: false },
  logLevel: 'warn',
})
