/**
 * Builds the client into `dist`: hashed assets, each with a .br and .gz beside it for the server to hand out, and two
 * pages: `index.html`, and `map.html` for the addresses of maps, which fetches the map's code beside the client's own.
 * Beside them `sw.js`, the service worker, with the list of all that in it. The Join page is a build of its own
 * (`vite.join.config.ts`).
 * The development server passes the API and the WebSockets on to the Throughline server.
 */
import react from '@vitejs/plugin-react'
import { createHash } from 'node:crypto'
import { defineConfig, type Plugin, type Rollup } from 'vite'
import { precompress } from './bundling/precompress.ts'

const SERVER = process.env['THROUGHLINE_SERVER'] ?? 'http://127.0.0.1:4400'

type Bundle = Rollup.OutputBundle

/** What a map's page needs whoever opens it: not the canvas, which readers and phones never see. */
const MAP_PAGE = /\/src\/pages\/MapPage\.tsx$/
/** What cards are set in: measured before they are here, every card would be measured twice. */
const CARD_FONTS = /(?:literata-latin-standard-normal|hanken-grotesk-latin-wght-normal)-[^/]+\.woff2$/

/** A chunk and whatever it imports, itself last. */
function withImports(bundle: Bundle, chunk: Rollup.OutputChunk, known = new Set<Rollup.OutputChunk>()) {
  for (const name of chunk.imports) {
    const other = bundle[name]
    if (other?.type === 'chunk' && !known.has(other)) withImports(bundle, other, known)
  }
  return known.add(chunk)
}

function mapLinks(bundle: Bundle): readonly string[] {
  const files = Object.values(bundle)
  const page = files.find((file) => file.type === 'chunk' && MAP_PAGE.test(file.facadeModuleId ?? ''))
  if (page?.type !== 'chunk') throw new Error('The build has no chunk for the map page.')
  const chunks = [...withImports(bundle, page)]
  const styles = new Set(chunks.flatMap(({ viteMetadata }) => [...(viteMetadata?.importedCss ?? [])]))
  return [
    ...chunks.map(({ fileName }) => `<link rel="modulepreload" crossorigin href="/${fileName}">`),
    ...files
      .filter(({ fileName }) => CARD_FONTS.test(fileName))
      .map(({ fileName }) => `<link rel="preload" as="font" type="font/woff2" crossorigin href="/${fileName}">`),
    ...[...styles].map((fileName) => `<link rel="stylesheet" crossorigin href="/${fileName}">`),
  ]
}

/** Writes `map.html`. */
function mapPage(): Plugin {
  return {
    name: 'throughline-map-page',
    apply: 'build',
    enforce: 'post',
    generateBundle: {
      order: 'post',
      handler(_options, bundle) {
        const index = bundle['index.html']
        if (index?.type !== 'asset') throw new Error('The build has no index.html.')
        const page = String(index.source)
        // What the client itself needs stands there already.
        const links = mapLinks(bundle).filter((link) => !page.includes(/"\/assets\/[^"]+"/.exec(link)?.[0] ?? link))
        this.emitFile({
          type: 'asset',
          fileName: 'map.html',
          source: page.replace('</head>', `${links.map((link) => `  ${link}\n  `).join('')}</head>`),
        })
      },
    },
  }
}

const WORKER = 'sw'
/** What `public` holds: vite copies it beside the bundle. */
const COPIED = ['icon.svg']

/** Writes into the service worker which files the build has. */
function workerFiles(): Plugin {
  return {
    name: 'throughline-worker-files',
    apply: 'build',
    enforce: 'post',
    generateBundle: {
      order: 'post',
      handler(_options, bundle) {
        const worker = bundle[`${WORKER}.js`]
        if (worker?.type !== 'chunk') throw new Error('The build has no service worker.')
        if (worker.imports.length > 0) throw new Error('The service worker is one file and shares no code with pages.')
        const others = Object.values(bundle).filter((file) => file !== worker)
        const files = [...COPIED, ...others.map(({ fileName }) => fileName)].map((name) => `/${name}`).toSorted()
        const build = createHash('sha256').update(JSON.stringify(files)).update(worker.code)
        // Names of hashed files say what is in them; pages have no such names.
        for (const page of others)
          if (page.type === 'asset' && page.fileName.endsWith('.html')) build.update(page.source)
        worker.code = worker.code
          .replaceAll('__FILES__', JSON.stringify(files))
          .replaceAll('__BUILD__', JSON.stringify(build.digest('hex').slice(0, 16)))
      },
    },
  }
}

/** The development server has the Join page at its addresses, as the Throughline server has. */
function joinAddresses(): Plugin {
  return {
    name: 'throughline-join-addresses',
    apply: 'serve',
    configureServer({ middlewares }) {
      middlewares.use((request, _response, next) => {
        if (request.url?.startsWith('/j/') === true) request.url = '/join.html'
        next()
      })
    },
  }
}

// oxlint-disable-next-line import/no-default-export -- vite reads the default export
export default defineConfig({
  plugins: [react(), joinAddresses(), mapPage(), workerFiles(), precompress()],
  // Nothing inline: the server's content security policy allows scripts and fonts from its own origin only.
  build: {
    target: 'es2022',
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    chunkSizeWarningLimit: 2000,
    rollupOptions: {
      input: { index: 'index.html', [WORKER]: 'src/worker/worker.ts' },
      // At the root, under one name: it answers for every address below its own.
      output: { entryFileNames: ({ name }) => (name === WORKER ? '[name].js' : 'assets/[name]-[hash].js') },
    },
  },
  server: {
    proxy: {
      // The host stays the page's own: the server takes cookies only from the origin it was asked at.
      '/api': { target: SERVER, changeOrigin: false },
      '/sync': { target: SERVER.replace(/^http/, 'ws'), ws: true, changeOrigin: false },
    },
  },
})
