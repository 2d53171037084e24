/**
 * A front before a server that hands out the client itself, so that a newer build can take the older one's place while
 * pages are open, as when a server is replaced. All else goes through to the server.
 */
import { once } from 'node:events'
import { globSync, readFileSync, statSync } from 'node:fs'
import { createServer, request, type IncomingMessage, type ServerResponse } from 'node:http'
import { connect, type AddressInfo, type Socket } from 'node:net'
import { extname, join } from 'node:path'

const DIST = join(import.meta.dirname, '..', '..', 'client', 'dist')
/** Every chunk has another name in the newer build: they name one another, so that one change goes through all of them. */
const CHUNKS = /(?<name>\/[\w-]+-)(?<hash>[\w-]{8})(?<ending>\.js)/g
/** As the service worker calls the build that it is of. */
const BUILD_NAME = /"(?<name>[0-9a-f]{16})"/g
const TYPES: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript',
  '.css': 'text/css',
  '.json': 'application/json',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.woff2': 'font/woff2',
}

type Build = ReadonlyMap<string, Buffer>

export interface Front {
  readonly origin: string
  /** From now on the newer build is handed out, and the older one's own files are gone. */
  becomesNewer(): void
  close(): Promise<void>
}

export async function frontOf(origin: string): Promise<Front> {
  const { hostname, port } = new URL(origin)
  const sockets = new Set<Socket>()
  let build = readBuild((text) => text)
  const server = createServer((asked, answer) => {
    if (!sendFile(build, asked, answer)) pass(asked, answer)
  })
  const pass = (asked: IncomingMessage, answer: ServerResponse) => {
    const { method, headers, url: path } = asked
    const onward = request({ hostname, port, method, headers, path }, (got) => {
      answer.writeHead(got.statusCode ?? 502, got.headers)
      got.pipe(answer)
    })
    onward.on('error', () => answer.destroy())
    asked.pipe(onward)
  }
  server.on('connection', (socket: Socket) => sockets.add(socket.on('error', () => {})))
  server.on('upgrade', (asked, near: Socket, head: Buffer) => {
    const far = connect(Number(port), hostname)
    sockets.add(far.on('error', () => near.destroy()))
    const lines = asked.rawHeaders.flatMap((name, at, all) => (at % 2 === 0 ? [`${name}: ${all[at + 1]}`] : []))
    far.write([`${asked.method} ${asked.url} HTTP/1.1`, ...lines, '', ''].join('\r\n'))
    far.write(head)
    far.pipe(near).pipe(far)
  })
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  return {
    origin: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    becomesNewer: () => {
      build = readBuild(renamed)
    },
    close: async () => {
      for (const socket of sockets) socket.destroy()
      server.close()
      await once(server, 'close')
    },
  }
}

const turned = (name: string): string => [...name].toReversed().join('')

/** A path, or the text of a file, as the newer build has it. */
function renamed(text: string): string {
  return text
    .replaceAll(CHUNKS, (_all, name: string, hash: string, ending: string) => `${name}${turned(hash)}${ending}`)
    .replaceAll(BUILD_NAME, (_all, name: string) => `"${turned(name)}"`)
}

function readBuild(rewrite: (text: string) => string): Build {
  const files = globSync('**/*', { cwd: DIST }).filter((file) => statSync(join(DIST, file)).isFile())
  const plain = files.filter((file) => !/\.(?:br|gz)$/.test(file))
  return new Map(
    plain.map((file) => {
      const bytes = readFileSync(join(DIST, file))
      const isText = /\.(?:html|js)$/.test(file)
      return [rewrite(`/${file}`), isText ? Buffer.from(rewrite(bytes.toString('utf8'))) : bytes]
    }),
  )
}

function sendFile(build: Build, { method, url }: IncomingMessage, answer: ServerResponse): boolean {
  const path = new URL(url ?? '/', 'http://front').pathname
  const isOurs = path === '/' || /^\/(?:m|j|assets)\//.test(path) || build.has(path)
  if (method !== 'GET' || !isOurs) return false
  const file =
    path.startsWith('/assets/') || build.has(path) ? path : /^\/m\/[^/]+$/.test(path) ? '/map.html' : '/index.html'
  const bytes = build.get(file)
  answer.writeHead(bytes === undefined ? 404 : 200, {
    'content-type': TYPES[extname(file)] ?? 'application/octet-stream',
    'cache-control': 'no-store',
  })
  answer.end(bytes)
  return true
}
