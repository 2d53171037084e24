/**
 * Docs that can fail: every path that a document names must exist. A path is a relative link, or code in backticks that
 * begins with a folder of this repository. Placeholders (`<mapId>`, `*`) and what is made at run time are left out.
 */
import { existsSync, globSync, readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { ROOT } from './workspace.mjs'

const DOCUMENTS = ['*.md', 'docs/**/*.md']
const FOLDERS = ['client', 'server', 'shared', 'e2e', 'scripts', 'docs', '.ci']
const MADE_AT_RUN_TIME = /(?:^|\/)(?:dist|node_modules|\.cache|data)(?:\/|$)/

export interface DeadPath {
  readonly document: string
  readonly path: string
}

export function deadPaths(root: string = ROOT): readonly DeadPath[] {
  return globSync(DOCUMENTS, { cwd: root }).flatMap((document) =>
    pathsIn(readFileSync(join(root, document), 'utf8'), dirname(document))
      .filter((path) => !existsSync(join(root, path)))
      .map((path) => ({ document, path })),
  )
}

/** The paths that a text names, from the root; `folder` is where its relative links start. */
export function pathsIn(markdown: string, folder: string): readonly string[] {
  const links = [...markdown.matchAll(/\]\((?<path>[^)#\s]+)/g)]
    .map((found) => found.groups?.['path'] ?? '')
    .filter((path) => !/^[a-z]+:/.test(path))
    .map((path) => join(folder, path))
  const named = [...markdown.matchAll(/`(?<path>[^`\s]+)`/g)]
    .map((found) => found.groups?.['path'] ?? '')
    .filter((path) => FOLDERS.some((top) => path.startsWith(`${top}/`)))
  return [...new Set([...links, ...named])].filter(isPath)
}

function isPath(path: string): boolean {
  return !/[<>*{}…]/.test(path) && !MADE_AT_RUN_TIME.test(path)
}

if (import.meta.main) {
  const dead = deadPaths()
  for (const { document, path } of dead) console.error(`${document} names ${path}, which is not there.`)
  process.exitCode = dead.length === 0 ? 0 : 1
}
