// The house's own lint rules: what no stock rule can say.

/** @typedef {any} Node */
const driverResults = new Set(['get', 'all', 'run', 'values', 'execute'])

/** A query's `.all()`, `.get()` and `.run()` exist on one engine only. Their calls take nothing, unlike a Map's `.get(key)`. */
const noDriverResults = {
  meta: { type: 'problem' },
  create: (/** @type {any} */ context) => ({
    CallExpression(/** @type {Node} */ node) {
      const { callee } = node
      if (callee.type !== 'MemberExpression' || callee.object.type !== 'CallExpression' || node.arguments.length > 0)
        return
      if (
        !driverResults.has(callee.property.name) ||
        ['keys', 'values', 'entries'].includes(callee.object.callee.property?.name)
      )
        return
      context.report({ node, message: `Await the query itself: .${callee.property.name}() exists on one engine only.` })
    },
  }),
}

/** A named import of z brings all of zod with it: 92 KB instead of 25. */
const zodAsNamespace = {
  meta: { type: 'problem' },
  create: (/** @type {any} */ context) => ({
    ImportDeclaration(/** @type {Node} */ node) {
      if (node.source.value !== 'zod' || node.importKind === 'type') return
      if (node.specifiers.every((/** @type {Node} */ specifier) => specifier.type === 'ImportNamespaceSpecifier'))
        return
      context.report({ node, message: "Write import * as z from 'zod'." })
    },
  }),
}

/** `as unknown as` switches the compiler off: the house has four homes for it. */
const noDoubleCast = {
  meta: { type: 'problem' },
  create: (/** @type {any} */ context) => ({
    TSAsExpression(/** @type {Node} */ node) {
      const inner = node.expression
      if (inner.type !== 'TSAsExpression' || inner.typeAnnotation.type !== 'TSUnknownKeyword') return
      context.report({
        node,
        message:
          'A cast through unknown needs a named home: the PostgreSQL tables, an opened connection, withoutContext, refuse.',
      })
    },
  }),
}

export default {
  meta: { name: 'house' },
  rules: { 'no-driver-results': noDriverResults, 'zod-as-namespace': zodAsNamespace, 'no-double-cast': noDoubleCast },
}
