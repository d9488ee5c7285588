import react from '@vitejs/plugin-react'
import { defineConfig, type UserConfig } from 'vite'

const server = `http://localhost:${process.env['API_PORT'] ?? '4000'}`
const served = ['/rpc', '/documents', '/media', '/uploads', '/hooks', '/client.tgz', '/health', '/ready']

/** The storefront as the server renders it: one file that needs nothing beside it. */
const forServer: UserConfig = {
  plugins: [react()],
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

const forBrowser: UserConfig = {
  plugins: [react()],
  build: {
    manifest: true,
    outDir: 'dist',
    target: 'es2023',
    assetsInlineLimit: 0,
    rolldownOptions: {
      output: {
        // One chunk for each face, loaded when its first page is: a shopper never loads the console, nor the pages for developers.
        codeSplitting: {
          groups: [
            {
              name: 'speed',
              test: /\/node_modules\/.*web-vitals\/|\/src\/speed\.ts|\/domain\/src\/speed\//,
              priority: 3,
            },
            { name: 'libraries', test: /\/node_modules\//, priority: 2 },
            {
              name: 'base',
              test: /\/(?:packages\/(?:client|domain)|src\/(?!storefront\/|admin\/|messages\/))/,
              priority: 1,
            },
            { name: 'shop', test: /\/src\/storefront\/(?!routes|catalog\/list-input|developers\/)/ },
            { name: 'console', test: /\/src\/admin\/(?!routes)/ },
          ],
        },
      },
    },
  },
  server: { proxy: Object.fromEntries(served.map((path) => [path, { target: server, changeOrigin: false }])) },
}

// The pages are written and checked against TanStack's router, and run on ours, which is a fifth of it: docs/decisions/0008.
const resolve = { alias: { '@tanstack/react-router': new URL('src/router/index.ts', import.meta.url).pathname } }

export default defineConfig(({ isSsrBuild }) => ({ resolve, ...(isSsrBuild ? forServer : forBrowser) }))
