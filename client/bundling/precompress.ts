/** Writes a .br and a .gz beside what a build has written, for the server to hand out as they are. */
import { readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { brotliCompress, constants, gzip } from 'node:zlib'
import type { Plugin } from 'vite'

/** Below this a compressed copy saves nothing worth a file. */
const WORTH_COMPRESSING = 1024

/** Fonts and pictures are compressed already. */
const COMPRESSES = /\.(?:js|css|svg|json)$/

export function precompress(): Plugin {
  return {
    name: 'throughline-precompress',
    apply: 'build',
    async writeBundle({ dir }, bundle) {
      const folder = dir ?? 'dist'
      for (const file of Object.keys(bundle).filter((name) => COMPRESSES.test(name))) await compress(join(folder, file))
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
