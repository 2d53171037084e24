/**
 * Finds a Chromium that starts: CHROMIUM_PATH, else the system's, else Debian's package as root, else Playwright's own.
 * A path counts only if `--version` answers: Ubuntu's chromium-browser is a stub, and a download may lack libraries.
 */
import { spawnSync } from 'node:child_process'
import { join } from 'node:path'
import { CACHE, NODE_24, ROOT, run, say } from './workspace.mjs'

const KNOWN = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable']

/**
 * @returns {Promise<string | null>} an executable, or null where there is none to be had
 */
export async function findChromium() {
  const named = process.env.CHROMIUM_PATH
  if (named !== undefined && named !== '') return starts(named) ? named : null
  return system() ?? (await fromApt()) ?? (await fromPlaywright())
}

/** @param {string} path */
function starts(path) {
  return spawnSync(path, ['--version'], { stdio: 'ignore', timeout: 30_000 }).status === 0
}

function system() {
  for (const name of KNOWN) {
    const path = spawnSync('sh', ['-c', `command -v ${name}`], { encoding: 'utf8' }).stdout?.trim() ?? ''
    if (path !== '' && starts(path)) return path
  }
  return null
}

async function fromApt() {
  if (process.getuid?.() !== 0 || spawnSync('sh', ['-c', 'command -v apt-get']).status !== 0) return null
  say('No Chromium here: installing the package "chromium" …')
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' }
  await run('apt-get', ['update', '-qq'], { env })
  await run('apt-get', ['install', '-y', '-qq', '--no-install-recommends', 'chromium'], { env })
  return system()
}

async function fromPlaywright() {
  say("No Chromium here: downloading Playwright's own …")
  const env = { ...process.env, PLAYWRIGHT_BROWSERS_PATH: join(CACHE, 'browsers') }
  const cli = join(ROOT, 'e2e/node_modules/@playwright/test/cli.js')
  if ((await run(NODE_24, [cli, 'install', 'chromium'], { env })) !== 0) return null
  const ask = `import('@playwright/test').then(({ chromium }) => console.log(chromium.executablePath()))`
  const answer = spawnSync(NODE_24, ['-e', ask], { cwd: join(ROOT, 'e2e'), env, encoding: 'utf8' }).stdout.trim()
  return answer !== '' && starts(answer) ? answer : null
}
