/** The lines with the one that was just added in front; the others keep their order. */
export const newestFirst = <L extends { variantId: string }>(lines: readonly L[], variantId: string): L[] =>
  lines.toSorted((a, b) => Number(b.variantId === variantId) - Number(a.variantId === variantId))
