/**
 * Builds the Join page into `dist`, beside what `vite.config.ts` has written there: `join.html` and its own files. It is
 * the same React code with Preact under it, which is a fifteenth of React's size: a phone in a full room, on plain http,
 * where browsers take no Brotli, opens it in a moment. A build over 60 kB fails.
 */
import { defineConfig } from 'vite'
import { keepSmall } from './bundling/keep-small.ts'
import { precompress } from './bundling/precompress.ts'

// oxlint-disable-next-line import/no-default-export -- vite reads the default export
export default defineConfig({
  plugins: [
    keepSmall({ most: 60_000, without: /node_modules\/(?:tldraw|react-dom|yjs|zod|@tiptap)\// }),
    precompress(),
  ],
  resolve: {
    alias: {
      'react-dom/client': 'preact/compat/client',
      'react-dom': 'preact/compat',
      'react/jsx-runtime': 'preact/jsx-runtime',
      react: 'preact/compat',
    },
  },
  // `public` is copied by the other build.
  publicDir: false,
  build: {
    target: 'es2022',
    emptyOutDir: false,
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    rollupOptions: { input: { join: 'join.html' } },
  },
})
