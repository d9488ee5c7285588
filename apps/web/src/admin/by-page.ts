/** How each list of the console goes on to its next page. */
export const byPage = {
  getNextPageParam: ({ nextCursor }: { nextCursor: string | null }) => nextCursor,
}
