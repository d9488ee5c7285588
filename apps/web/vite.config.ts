import path from 'node:path'
import react from '@vitejs/plugin-react'
import { defineConfig, type UserConfig } from 'vite'
import { coreLetters } from './bundle/core-letters.ts'
import { fontLicences } from './bundle/font-licences.ts'
import { messageParts } from './bundle/message-parts.ts'
import { ownCopy } from './bundle/own-copy.ts'
import { pageFiles } from './bundle/page-files.ts'
import { precompress } from './bundle/precompress.ts'
import { serviceWorker } from './bundle/service-worker.ts'

const server = `http://localhost:${process.env['API_PORT'] ?? '4000'}`
const served = ['/rpc', '/documents', '/media', '/uploads', '/hooks', '/client.tgz', '/health', '/ready']
const src = path.join(import.meta.dirname, 'src')

/** The storefront as the server renders it: one file that needs nothing beside it. */
const forServer: UserConfig = {
  plugins: [messageParts(src), react()],
  ssr: { noExternal: true },
  define: { 'process.env.NODE_ENV': '"production"' },
  build: {
    ssr: 'src/entry-server.tsx',
    outDir: 'dist-server',
    target: 'node22',
    copyPublicDir: false,
    rolldownOptions: { output: { codeSplitting: false } },
  },
}

/** What every page needs of the libraries; how a page calls the shop comes with its first call. */
const libraries =
  /\/node_modules\/(?:react|react-dom|scheduler|@tanstack|@trpc\/react-query)\/|\/@trpc\/client\/dist\/(?:index\.mjs$|objectSpread|TRPCClientError|splitLink|wsLink)|\/@trpc\/server\/dist\/(?:observable|getErrorShape|codes)/
const ui = [
  /vite\/preload-helper|\/packages\/(?:domain\/src\/(?:money|problem)|client\/src\/problem-of)\.ts$/,
  /\/src\/ui\/(?!document-sheet|timeline|messages|reply|fields|tokens|gallery)[^/]+$/,
  /\/apps\/web\/src\/(?!main|line|checks|order-words)[^/]+\.tsx?$/,
  /\/src\/router\//,
]
/** Where shoppers come first, so that going on from there loads no script: home, lists, products. */
const shop = [
  /\/storefront\/(?!tokens-page)[^/]+$/,
  /\/storefront\/catalog\/(?!preview-page).+/,
  /\/storefront\/(?:cart\/(?:use-cart|cart-drawer)|people\/use-profile)\.tsx?$/,
]
const among = (tests: RegExp[]) => (id: string) => tests.some((test) => test.test(id))

const forBrowser: UserConfig = {
  plugins: [
    ownCopy,
    messageParts(src),
    react(),
    pageFiles(src),
    coreLetters,
    fontLicences,
    precompress,
    serviceWorker(src),
  ],
  build: {
    manifest: true,
    outDir: 'dist',
    target: 'es2023',
    assetsInlineLimit: 0,
    rolldownOptions: {
      output: {
        codeSplitting: {
          // A group is what it names: what that imports may belong to another.
          includeDependenciesRecursively: false,
          groups: [
            {
              name: 'speed',
              test: /\/node_modules\/.*web-vitals\/|\/src\/speed\.ts|\/domain\/src\/speed\//,
              priority: 5,
            },
            { name: 'offline', test: /\/storefront\/offline\//, priority: 5 },
            { name: 'libraries', test: libraries, priority: 4 },
            // All that the entry needs, whatever it is: a chunk that it shares with a page would make a circle.
            {
              name: 'base',
              tags: ['$initial'],
              test: /\.(?:tsx?|json|css)$(?<!\/main\.tsx)|preload-helper/,
              priority: 3,
            },
            { name: 'ui', test: among(ui), priority: 3 },
            { name: 'shop', test: among(shop), priority: 2 },
            { name: 'line', test: /\/packages\/client\/src\/|\/node_modules\/@trpc\//, priority: 2 },
            { name: 'domain', test: /\/packages\/domain\/src\/(?!books\/)/, priority: 2 },
            // What later pages of the shop share with the console.
            { name: 'more', test: /\/src\/(?:ui\/|checks\.ts|order-words\.ts)/, priority: 2 },
            {
              name: 'console',
              test: /\/src\/admin\/(?!routes|stats\/stats-page)/,
              priority: 1,
              includeDependenciesRecursively: true,
            },
          ],
        },
      },
    },
  },
  server: { proxy: Object.fromEntries(served.map((one) => [one, { target: server, changeOrigin: false }])) },
}

// The pages are written and checked against TanStack's router, and run on ours, which is a fifth of it: docs/decisions/0008.
const resolve = { alias: { '@tanstack/react-router': path.join(src, 'router/index.ts') } }

export default defineConfig(({ isSsrBuild }) => ({ resolve, ...(isSsrBuild ? forServer : forBrowser) }))
