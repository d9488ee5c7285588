import { defineConfig } from 'vitest/config'

const postgres = ['packages/db/src/testing-postgres.ts']

const project = (name: string, include: string[], options: object = {}) => ({
  extends: true as const,
  test: { name, include, environment: 'node', ...options },
})

const rigs = {
  globalSetup: postgres,
  // No rig is red because its machine is busy: each waits for facts.
  testTimeout: 1_800_000,
  hookTimeout: 600_000,
}
// These start the built product, fill both cores by themselves, or keep a promise of time: one after the other.
const alone = ['rigs/src/drain/**', 'rigs/src/simulator/**', 'rigs/src/races/{buyers,rivals}*']
export default defineConfig({
  test: {
    pool: 'forks',
    maxWorkers: 2,
    testTimeout: 90_000,
    hookTimeout: 90_000,
    // As patient as the steps of a browser story: what is polled for comes at once, or the machine is busy.
    expect: { poll: { timeout: 30_000 } },
    allowOnly: false,
    projects: [
      project('domain', ['packages/domain/src/**/*.test.ts']),
      project('web', ['apps/web/{src,measure,bundle}/**/*.test.{ts,tsx}']),
      project('client', ['packages/client/**/*.test.ts'], {
        globalSetup: ['packages/client/consumer/testing-outsider.ts'],
      }),
      project('db', ['packages/db/src/**/*.test.ts'], { globalSetup: postgres }),
      project('api', ['apps/api/src/**/*.test.ts'], { globalSetup: postgres }),
      project('rigs', ['rigs/src/**/*.test.ts'], { ...rigs, exclude: alone, sequence: { groupOrder: 1 } }),
      project(
        'rigs-alone',
        alone.map((files) => `${files.replace('**', '*')}.test.ts`),
        { ...rigs, fileParallelism: false, sequence: { groupOrder: 2 } },
      ),
      // These start the built product, never beside the others: as `npm start` does, one file at a time, and for browsers two.
      project('scripts', ['scripts/**/*.test.ts'], {
        testTimeout: 180_000,
        hookTimeout: 180_000,
        fileParallelism: false,
        sequence: { groupOrder: 3 },
      }),
      project('e2e', ['apps/web/e2e/**/*.e2e.ts'], {
        globalSetup: ['apps/web/e2e/prepare.ts'],
        testTimeout: 300_000,
        hookTimeout: 180_000,
        sequence: { groupOrder: 4 },
      }),
    ],
  },
})
