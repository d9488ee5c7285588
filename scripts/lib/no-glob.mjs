// Stands for `glob` in the server's bundle: @fastify/static asks for it at its start, and uses it only without its wildcard route.
export function glob() {
  throw new Error('the bundle has no glob: serve folders with a wildcard')
}
