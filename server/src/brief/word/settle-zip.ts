/**
 * The same state gives the same bytes: the library stamps a file with the clock and names its links at random, so both
 * are replaced afterwards, by the day of the last change and by numbers in the order of the page.
 */
import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate'

export interface Settled {
  /** ISO 8601, UTC. */
  readonly asOf: string
  /** BCP 47. */
  readonly lang: string
}

/** The first moment that a zip file can name. */
const ZIP_EPOCH = new Date(1980, 0, 1)
const STAMP = /(<dcterms:(created|modified)[^>]*>)[^<]*/g
/** As the library names them: nothing else in the file begins like this and goes on for so long. */
const RANDOM_ID = /rId[a-z0-9_-]{21}/g

export function settleZip(zip: Uint8Array, { asOf, lang }: Settled): Uint8Array {
  const names = new Map<string, string>()
  const named = (id: string) => {
    const name = names.get(id) ?? `rIdLink${names.size + 1}`
    names.set(id, name)
    return name
  }
  const stamp = `${asOf.slice(0, 19)}Z`
  const settle = (path: string, xml: string) =>
    path === 'docProps/core.xml'
      ? xml
          .replace(STAMP, `$1${stamp}`)
          .replace('</cp:coreProperties>', `<dc:language>${lang}</dc:language></cp:coreProperties>`)
      : xml.replace(RANDOM_ID, named)
  const parts = Object.entries(unzipSync(zip)).toSorted(([a], [b]) => byPage(a) - byPage(b) || (a < b ? -1 : 1))
  // A picture is no text, and would not survive being read as one.
  const isText = (path: string) => !path.startsWith('word/media/')
  const settled = parts.map(([path, bytes]) =>
    isText(path) ? ([path, strToU8(settle(path, strFromU8(bytes)))] as const) : ([path, bytes] as const),
  )
  return zipSync(Object.fromEntries(settled), { mtime: ZIP_EPOCH, level: 6 })
}

/** The list of contents first, as programs expect; then the page, so that its links are numbered in reading order. */
function byPage(path: string): number {
  return path === '[Content_Types].xml' ? 0 : path === 'word/document.xml' ? 1 : 2
}
