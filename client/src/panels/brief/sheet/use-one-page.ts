/**
 * Makes a brief fit one page, in the same steps as the printed one: the space gets tighter first, then the type
 * (`SETTINGS`), and only then are things left out, as few as will do, and counted. Where the sheet is text to read, in a
 * panel and on a phone, there is no page to fit and nothing goes.
 */
import {
  AIRIEST,
  countCuts,
  leaveOut,
  SETTINGS,
  type Brief,
  type Design,
  type Paper,
  type Shortened,
} from '@throughline/shared/brief'
import { useEffect, useLayoutEffect, useMemo, useRef, useState, type RefObject } from 'react'
import { flushSync } from 'react-dom'

/** CSS pixels of A4 at 96 dpi. */
const PAGE_WIDTH = 794

/** The fewest cuts that fit lie above `tooFew` and at or below `enough`. */
interface Search {
  readonly brief: Brief
  readonly paper: Paper
  readonly design: Design
  readonly at: number
  readonly tooFew: number
  readonly enough: number
  readonly done: boolean
}

const start = (brief: Brief, paper: Paper, design: Design): Search => ({
  brief,
  paper,
  design,
  at: 0,
  tooFew: -1,
  enough: countCuts(brief),
  done: false,
})

function next(search: Search, fits: boolean): Search {
  const { at } = search
  const tooFew = fits ? search.tooFew : Math.max(search.tooFew, at)
  const enough = fits ? Math.min(search.enough, at) : search.enough
  if (enough - tooFew <= 1) return { ...search, tooFew, enough, at: enough, done: true }
  return { ...search, tooFew, enough, at: Math.floor((tooFew + enough) / 2) }
}

export interface OnePage {
  readonly page: RefObject<HTMLElement | null>
  readonly shortened: Shortened
  /** Whether it is as wide as a page, and has the height of one. */
  readonly isPaged: boolean
}

export function useOnePage(brief: Brief, paper: Paper, design: Design): OnePage {
  const page = useRef<HTMLElement>(null)
  const [paged, setPaged] = useState(true)
  const [search, setSearch] = useState(() => start(brief, paper, design))
  if (search.brief !== brief || search.paper !== paper || search.design !== design)
    setSearch(start(brief, paper, design))
  useLayoutEffect(() => {
    const sheet = page.current
    if (sheet === null) return
    const isPage = isPaged(sheet)
    // What stands where is another thing then: it is measured when it stands there.
    if (isPage !== paged) return setPaged(isPage)
    const fits = !isPage || fit(sheet)
    if (!search.done) setSearch(next(search, fits))
  }, [search, paged])
  useEffect(() => {
    const frame = page.current?.parentElement
    if (frame === null || frame === undefined) return
    const again = () => setSearch((last) => start(last.brief, last.paper, last.design))
    // Another face is another length; a page that became text to read, or the other way round, is measured anew.
    void document.fonts?.ready.then(again)
    let wasPaged = page.current !== null && isPaged(page.current)
    const watcher = new ResizeObserver(() => {
      const now = page.current !== null && isPaged(page.current)
      if (now !== wasPaged) again()
      wasPaged = now
    })
    watcher.observe(frame)
    // Text to read is printed as a page, too: as wide as one it is fitted before it goes to the printer.
    const asPage = (width: string) => () => {
      frame.style.width = width
      flushSync(again)
    }
    const [before, after] = [asPage(`${PAGE_WIDTH}px`), asPage('')]
    window.addEventListener('beforeprint', before)
    window.addEventListener('afterprint', after)
    return () => {
      watcher.disconnect()
      window.removeEventListener('beforeprint', before)
      window.removeEventListener('afterprint', after)
    }
  }, [])
  const shortened = useMemo(() => leaveOut(search.brief, search.at), [search.brief, search.at])
  return { page, shortened, isPaged: paged }
}

function isPaged(sheet: HTMLElement): boolean {
  return getComputedStyle(sheet).getPropertyValue('--paged').trim() === '1'
}

/** Takes the airiest setting that fits; false when not even the tightest does. */
function fit(sheet: HTMLElement): boolean {
  const tries = (at: number) => {
    const { space, type } = SETTINGS[at] ?? AIRIEST
    sheet.style.setProperty('--space', String(space))
    sheet.style.setProperty('--type', String(type))
    return lowestOf(sheet) <= sheet.clientHeight + 1
  }
  if (tries(0)) return true
  let [low, high] = [0, SETTINGS.length - 1]
  if (!tries(high)) return false
  while (high - low > 1) {
    const middle = Math.floor((low + high) / 2)
    if (tries(middle)) high = middle
    else low = middle
  }
  return tries(high)
}

/** Where the page would end: a box that is too small counts what hangs over, but not the margin below it. */
function lowestOf(sheet: HTMLElement): number {
  const foot = sheet.lastElementChild as HTMLElement
  return foot.offsetTop + foot.offsetHeight + Number.parseFloat(getComputedStyle(sheet).paddingBottom)
}
