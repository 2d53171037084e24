/**
 * What both README commands need before anything of ours can run: the locked packages, Node 24 and the built client.
 *
 * Plain JavaScript without packages, for the Node (20 or newer) that the machine happens to have. Everything after the
 * install runs on the Node 24 that the install brings along.
 */
import { spawn, spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { existsSync, mkdirSync, readdirSync, readFileSync, realpathSync, writeFileSync } from 'node:fs'
import { dirname, join, relative } from 'node:path'
import { fileURLToPath } from 'node:url'

/** The one version that wrote the lockfile; pnpm 11 does not start on Node 20. */
const PNPM = 'pnpm@12.21.0'
const OLDEST_NODE = 20

export const ROOT = realpathSync(dirname(dirname(fileURLToPath(import.meta.url))))
export const CACHE = join(ROOT, '.cache')
export const NODE_24 = join(ROOT, 'node_modules', '.bin', 'node')

/**
 * The server as it is started everywhere. V8 may let its youngest objects take 32 MB three times over before it looks
 * which of them still live; 4 MB cost no processor time that could be measured, and three times less memory a room
 * (docs/decisions/0011-memory-of-a-room.md).
 */
export const SERVER = ['--max-semi-space-size=4', 'server/src/main.ts']

/** Everything that decides what the built client contains. */
const CLIENT_SOURCES = ['client', 'shared/src', 'pnpm-lock.yaml', 'tsconfig.base.json']
/** What installing, building and checking types leave behind. */
const NOT_SOURCES = new Set(['node_modules', 'dist', 'tsconfig.tsbuildinfo'])

/** @param {string} sentence */
export const say = (sentence) => console.log(sentence)

/** A step that failed and has already said why on the terminal. */
export class StepFailed extends Error {}

/** @throws {StepFailed} */
export function requireNode() {
  const major = Number(process.versions.node.split('.')[0])
  if (major >= OLDEST_NODE) return
  throw new StepFailed(`Throughline needs Node ${OLDEST_NODE} or newer; this is ${process.version}. See nodejs.org.`)
}

/** The children of this process that a signal must reach. @type {Set<import('node:child_process').ChildProcess>} */
const running = new Set()

let stopAsked = false

/** Whether somebody has asked this process to stop: then no further step begins. */
export const wasStopped = () => stopAsked

/** Hands SIGTERM and SIGINT on to whatever runs at the moment. With nothing running the process ends. */
export function forwardSignals() {
  for (const signal of /** @type {const} */ (['SIGTERM', 'SIGINT', 'SIGHUP'])) {
    process.on(signal, () => {
      stopAsked = true
      if (running.size === 0) process.exit(1)
      for (const child of running) child.kill(signal)
    })
  }
}

/**
 * Runs a program to its end and answers its exit code (128 + n for a signal, as shells do).
 * @param {string} file
 * @param {readonly string[]} args
 * @param {import('node:child_process').SpawnOptions} [options]
 * @returns {Promise<number>}
 */
export function run(file, args, options = {}) {
  return new Promise((done) => {
    const child = spawn(file, args, { cwd: ROOT, stdio: 'inherit', ...options })
    running.add(child)
    child.once('error', (error) => {
      running.delete(child)
      console.error(`${file} could not be started: ${error.message}`)
      done(127)
    })
    child.once('exit', (code, signal) => {
      running.delete(child)
      done(code ?? (signal === 'SIGINT' ? 130 : 143))
    })
  })
}

/**
 * Installs the locked packages, unless those in node_modules are the locked ones already.
 * @throws {StepFailed}
 */
export async function installPackages() {
  if (packagesAreCurrent()) return
  say('Installing the locked packages (the first time this takes a minute or two) …')
  // CI=true: never ask; a stale node_modules is replaced without a question that nobody may be there to answer.
  const env = { ...process.env, CI: 'true' }
  const args = ['--yes', PNPM, 'install', '--frozen-lockfile']
  const code = await run(npxBeside(process.execPath), args, { env, shell: process.platform === 'win32' })
  if (code !== 0) throw new StepFailed('The packages could not be installed; the lines above say why.')
  if (!nodeIsThere()) throw new StepFailed('The install did not bring Node 24 along (package "node"); see above.')
}

/** pnpm keeps the lockfile that it last installed from; Node 24 arrives in an install script, later than that. */
function packagesAreCurrent() {
  const installed = join(ROOT, 'node_modules', '.pnpm', 'lock.yaml')
  if (!existsSync(installed)) return false
  return readFileSync(installed).equals(readFileSync(join(ROOT, 'pnpm-lock.yaml'))) && nodeIsThere()
}

function nodeIsThere() {
  return spawnSync(NODE_24, ['--version'], { encoding: 'utf8' }).stdout?.startsWith('v24.') === true
}

/** @param {string} node */
function npxBeside(node) {
  const beside = join(dirname(node), process.platform === 'win32' ? 'npx.cmd' : 'npx')
  return existsSync(beside) ? beside : 'npx'
}

/**
 * Builds the client, unless client/dist was built from exactly these sources.
 * @throws {StepFailed}
 */
export async function buildClient() {
  const stamp = join(CACHE, 'client-build')
  const sources = hashOf(CLIENT_SOURCES)
  const isCurrent = existsSync(join(ROOT, 'client/dist/index.html')) && existsSync(stamp)
  if (isCurrent && readFileSync(stamp, 'utf8') === sources) return
  say('Building the client …')
  const code = await run(NODE_24, ['--run', 'build'], { cwd: join(ROOT, 'client') })
  if (code !== 0) throw new StepFailed('The client could not be built; the lines above say why.')
  mkdirSync(CACHE, { recursive: true })
  writeFileSync(stamp, sources)
}

/** @param {readonly string[]} paths */
function hashOf(paths) {
  const hash = createHash('sha256')
  for (const file of paths.flatMap((path) => filesUnder(join(ROOT, path)))) {
    hash
      .update(`${relative(ROOT, file)}\0`)
      .update(readFileSync(file))
      .update('\0')
  }
  return hash.digest('hex')
}

/**
 * Every file at or under a path, in a stable order.
 * @param {string} path
 * @returns {string[]}
 */
function filesUnder(path) {
  const entries = readdirSync(dirname(path), { withFileTypes: true })
  const self = entries.find((entry) => join(dirname(path), entry.name) === path)
  if (self === undefined) return []
  if (!self.isDirectory()) return [path]
  return readdirSync(path)
    .filter((name) => !NOT_SOURCES.has(name))
    .toSorted()
    .flatMap((name) => filesUnder(join(path, name)))
}
