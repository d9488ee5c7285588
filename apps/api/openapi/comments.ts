import { readFileSync } from 'node:fs'
import ts from 'typescript'

/** What stands above a schema or interface, and above each of its fields. */
export interface Comments {
  text: string
  fields: Map<string, string>
}

const textOf = (node: ts.Node): string => {
  const [doc] = ts.getJSDocCommentsAndTags(node).filter((one) => ts.isJSDoc(one))
  return (ts.getTextOfJSDocComment(doc?.comment) ?? '').replaceAll(/\s+/g, ' ').trim()
}
const nameOf = (node: ts.Node): string => {
  const { name } = node as { name?: ts.PropertyName }
  return name !== undefined && ts.isIdentifier(name) ? name.text : ''
}

function fieldsOf(nodes: Iterable<ts.Node>): Map<string, string> {
  const fields = new Map<string, string>()
  for (const node of nodes) if (textOf(node) !== '') fields.set(nameOf(node), textOf(node))
  return fields
}

/** The first object literal below a node: the shape that a schema is made of. */
function shapeIn(node: ts.Node): ts.ObjectLiteralExpression | undefined {
  if (ts.isObjectLiteralExpression(node)) return node
  return ts.forEachChild(node, shapeIn)
}

/** The comments of a file's interfaces and of the schemas that it exports, by name. */
export function commentsIn(file: string): Map<string, Comments> {
  const found = new Map<string, Comments>()
  const source = ts.createSourceFile(file, readFileSync(file, 'utf8'), ts.ScriptTarget.Latest, true)
  source.forEachChild((node) => {
    if (ts.isInterfaceDeclaration(node))
      found.set(node.name.text, { text: textOf(node), fields: fieldsOf(node.members) })
    if (!ts.isVariableStatement(node)) return
    for (const { name, initializer } of node.declarationList.declarations) {
      if (!ts.isIdentifier(name) || initializer === undefined || found.has(name.text)) continue
      found.set(name.text, { text: textOf(node), fields: fieldsOf(shapeIn(initializer)?.properties ?? []) })
    }
  })
  return found
}
