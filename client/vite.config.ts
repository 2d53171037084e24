/**
 * Builds the client into `dist`: hashed assets, each with a .br and .gz beside it for the server to hand out.
 * The development server passes the API and the WebSockets on to the Throughline server.
 */
import react from '@vitejs/plugin-react'
import { readdir, readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { brotliCompress, constants, gzip } from 'node:zlib'
import { defineConfig, type Plugin } from 'vite'

const SERVER = process.env['THROUGHLINE_SERVER'] ?? 'http://127.0.0.1:4400'

/** Below this a compressed copy saves nothing worth a file. */
const WORTH_COMPRESSING = 1024

/** Writes the compressed copies; fonts and pictures are compressed already. */
function precompress(): Plugin {
  return {
    name: 'throughline-precompress',
    apply: 'build',
    async writeBundle({ dir }) {
      const folder = dir ?? 'dist'
      const files = (await readdir(folder, { recursive: true })).filter((file) => /\.(?:js|css|svg|json)$/.test(file))
      for (const file of files) await compress(join(folder, file))
    },
  }
}

async function compress(path: string): Promise<void> {
  const body = await readFile(path)
  if (body.length < WORTH_COMPRESSING) return
  const params = { [constants.BROTLI_PARAM_QUALITY]: 9, [constants.BROTLI_PARAM_SIZE_HINT]: body.length }
  await writeFile(`${path}.br`, await promisify(brotliCompress)(body, { params }))
  await writeFile(`${path}.gz`, await promisify(gzip)(body, { level: 9 }))
}

// oxlint-disable-next-line import/no-default-export -- vite reads the default export
export default defineConfig({
  plugins: [react(), precompress()],
  // Nothing inline: the server's content security policy allows scripts and fonts from its own origin only.
  build: { target: 'es2022', assetsInlineLimit: 0, modulePreload: { polyfill: false }, chunkSizeWarningLimit: 2000 },
  server: {
    proxy: {
      // The host stays the page's own: the server takes cookies only from the origin it was asked at.
      '/api': { target: SERVER, changeOrigin: false },
      '/sync': { target: SERVER.replace(/^http/, 'ws'), ws: true, changeOrigin: false },
    },
  },
})
