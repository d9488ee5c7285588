import type { Plugin } from 'vite'

/**
 * Gives what calls the shop a copy of `@trpc/client` of its own. That module holds both what every page needs and what sends calls; a module
 * cannot be in two chunks, so it would all come with the first page. Each copy keeps only what its importers use.
 */
export const ownCopy: Plugin = {
  name: 'own-copy',
  enforce: 'pre',
  async resolveId(source, importer) {
    if (source !== '@trpc/client' || !importer?.includes('/packages/client/src/')) return null
    const found = await this.resolve(source, importer, { skipSelf: true })
    return found && { ...found, id: `${found.id}?line` }
  },
}
