/** What stands behind the `?` of an address, as a form writes it: a name that is said twice is a list. Nothing is a number yet. */
export function parseSearch(text: string): Record<string, string | string[]> {
  const said = new URLSearchParams(text)
  return Object.fromEntries(
    [...new Set(said.keys())].map((name) => {
      const values = said.getAll(name)
      return [name, values.length === 1 ? (values[0] ?? '') : values]
    }),
  )
}

/** The same address again; what is undefined or null is not said. */
export function stringifySearch(search: Record<string, unknown>): string {
  const said = new URLSearchParams()
  for (const [name, value] of Object.entries(search))
    for (const one of Array.isArray(value) ? value : [value])
      if (typeof one === 'string' || typeof one === 'number' || typeof one === 'boolean') said.append(name, String(one))
  const text = said.toString()
  return text === '' ? '' : `?${text}`
}
