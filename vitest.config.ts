import { defineConfig } from 'vitest/config'

export default defineConfig({
  test: {
    projects: [{ test: { name: 'domain', root: 'packages/domain', include: ['src/**/*.test.ts'] } }],
  },
})
