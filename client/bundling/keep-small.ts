/** Fails a build whose page has grown too heavy, or has taken in what it is to do without. */
import { promisify } from 'node:util'
import { gzip } from 'node:zlib'
import type { Plugin } from 'vite'

export interface Limits {
  /** Bytes of HTML, scripts and styles that the page asks for as it opens, by gzip: plain http knows no Brotli. */
  readonly most: number
  /** No module of these is in it. */
  readonly without: RegExp
}

export function keepSmall({ most, without }: Limits): Plugin {
  return {
    name: 'throughline-keep-small',
    apply: 'build',
    enforce: 'post',
    generateBundle: {
      order: 'post',
      async handler(_options, bundle) {
        const files = Object.values(bundle)
        const chunks = files.filter((file) => file.type === 'chunk')
        const taken = chunks.flatMap(({ moduleIds }) => moduleIds).find((id) => without.test(id))
        if (taken !== undefined) throw new Error(`This page does without ${taken}.`)
        const first = new Set(chunks.filter(({ isEntry }) => isEntry))
        for (const { imports } of first)
          for (const chunk of chunks) if (imports.includes(chunk.fileName)) first.add(chunk)
        const sources = [
          ...[...first].map(({ code }) => code),
          ...files.flatMap((file) =>
            file.type === 'asset' && /\.(?:html|css)$/.test(file.fileName) ? [file.source] : [],
          ),
        ]
        const sizes = await Promise.all(
          sources.map(async (source) => (await promisify(gzip)(source, { level: 9 })).length),
        )
        const all = sizes.reduce((sum, size) => sum + size, 0)
        if (all > most) throw new Error(`This page weighs ${all} bytes compressed and may weigh ${most}.`)
      },
    },
  }
}
