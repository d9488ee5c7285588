import ts from 'typescript'

export interface Facts {
  /** The type of the details, as TypeScript writes it; null when there are none. */
  type: string | null
  /** A value of that type, with “…” for texts. */
  sample: unknown
}

const shown: ts.TypeFormatFlags =
  ts.TypeFormatFlags.NoTruncation | ts.TypeFormatFlags.UseSingleQuotesForStringLiteralType

/** The facts of every refusal by its code, read from the declared types of the catalogue that a file exports as `problems`. */
export function factsOf(file: string): Record<string, Facts> {
  const options = { strict: true, module: ts.ModuleKind.Preserve, allowImportingTsExtensions: true, noEmit: true }
  const program = ts.createProgram([file], { ...options, target: ts.ScriptTarget.ES2024 })
  const checker = program.getTypeChecker()
  const source = program.getSourceFile(file)
  const module = source && checker.getSymbolAtLocation(source)
  const catalogue = module && checker.getExportsOfModule(module).find(({ name }) => name === 'problems')
  if (source === undefined || catalogue === undefined) throw new Error(`${file} exports no catalogue`)

  const typeOf = (symbol: ts.Symbol) => checker.getTypeOfSymbolAtLocation(symbol, source)
  const sampleOf = (type: ts.Type): unknown => {
    if (type.isUnion()) return sampleOf(type.types.find((one) => one.isLiteral()) ?? type.types[0] ?? type)
    if (type.isLiteral()) return type.value
    if (type.flags & ts.TypeFlags.NumberLike) return 3
    if (type.flags & ts.TypeFlags.StringLike) return '…'
    if (type.flags & ts.TypeFlags.BooleanLike) return true
    const element = checker.isArrayType(type) && checker.getTypeArguments(type as ts.TypeReference)[0]
    if (element) return [sampleOf(element), sampleOf(element)]
    return Object.fromEntries(checker.getPropertiesOfType(type).map((one) => [one.name, sampleOf(typeOf(one))]))
  }

  return Object.fromEntries(
    checker.getPropertiesOfType(typeOf(catalogue)).map((line) => {
      const words = checker.getPropertyOfType(typeOf(line), 'words')
      const en = words && checker.getPropertyOfType(typeOf(words), 'en')
      const [of] = (en && typeOf(en).getCallSignatures()[0]?.getParameters()) ?? []
      if (of === undefined) throw new Error(`${line.name} has no words`)
      const type = typeOf(of)
      const none = checker.getPropertiesOfType(type).length === 0
      return [
        line.name,
        none
          ? { type: null, sample: {} }
          : {
              type: checker.typeToString(type, source, shown).replaceAll(/import\("[^"]*"\)\./g, ''),
              sample: sampleOf(type),
            },
      ]
    }),
  )
}
