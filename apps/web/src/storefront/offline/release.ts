/** The release that this page is of, as its service worker names it; null where the pages are not built. */
export const releaseHere = (): string | null =>
  document.querySelector('script[type=module][src^="/assets/"]')?.getAttribute('src') ?? null
