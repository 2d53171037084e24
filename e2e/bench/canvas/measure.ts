/** Opens boards in a real Chromium and measures them: until they are there, and how even the frames are. */
import { chromium, type Browser, type BrowserContext, type CDPSession, type Page } from '@playwright/test'
import { existsSync } from 'node:fs'
import { percentile } from '../table.ts'
import { CARD, CELL, type Board } from './boards.ts'
import { moveCamera, onScreen, watchOpening, zoomNow, zoomTo, type Move } from './in-page.ts'

const KNOWN = ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome']
/** As in the end-to-end tests: software compositing, and no calls of the browser's own. */
const ARGS = ['--headless=new', '--no-sandbox', '--disable-gpu', '--disable-background-networking', '--no-first-run']
/** So long nothing over 50 ms must run for a page to count as ready. */
const QUIET_MS = 300
const CAMERA_RESTS_MS = 1_000
const OPEN_WITHIN_MS = 60_000

export async function openBrowser(): Promise<Browser> {
  const executablePath = process.env['CHROMIUM_PATH'] ?? KNOWN.find((path) => existsSync(path))
  return chromium.launch({ args: ARGS, ...(executablePath !== undefined && { executablePath }) })
}

export const newVisitor = (browser: Browser): Promise<BrowserContext> =>
  browser.newContext({ viewport: { width: 1440, height: 900 }, locale: 'en-GB' })

export interface Opening {
  /** From the navigation until the first cards are on the screen. */
  readonly paintedMs: number
  /** Until nothing keeps the page from answering at once. */
  readonly readyMs: number
  /** Of the page's main thread, until painted: what a busy machine stretches less than the clock. */
  readonly cpuMs: number
}

export type Look = 'fit' | 'life size' | number
export type Held = 1 | 50

export interface OpenBoard {
  readonly page: Page
  readonly opening: Opening
  /** As far as the whole board needs, life size, or so near. Answers how near that is. */
  look(at: Look): Promise<number>
  /** Takes hold of so many cards around the middle of the screen, by the one in the middle. */
  hold(cards: Held): Promise<void>
  /** Puts them back, and lets go of them. */
  letGo(): Promise<void>
  frames(move: Move, ms: number): Promise<Frames>
}

export interface Frames {
  readonly p50Ms: number
  readonly p95Ms: number
  /** Processor time of page and compositor together, a frame. */
  readonly cpuMs: number
}

/** A stranger to this browser: nothing is cached. */
export async function openBoard(browser: Browser, context: BrowserContext, { url }: Board): Promise<OpenBoard> {
  const page = await context.newPage()
  const cdp = await context.newCDPSession(page)
  await cdp.send('Performance.enable')
  await page.addInitScript(watchOpening)
  await page.goto(url, { waitUntil: 'commit' })
  await page.waitForFunction(() => window.bench.painted !== null, null, { timeout: OPEN_WITHIN_MS, polling: 20 })
  const cpuMs = (await metric(cdp, 'TaskDuration')) * 1000
  const paintedMs = await page.evaluate(() => window.bench.painted ?? Number.NaN)
  const readyMs = await whenReady(page, paintedMs)
  return {
    page,
    opening: { paintedMs, readyMs, cpuMs },
    look: (at) => lookAt(page, at),
    hold: (cards) => hold(page, cards),
    letGo: () => letGo(page),
    frames: (move, ms) => measureFrames(browser, page, move, ms),
  }
}

/** tldraw's own keys, which ours keeps. */
async function lookAt(page: Page, at: Look): Promise<number> {
  await page.bringToFront()
  await page.evaluate(() => document.querySelector<HTMLElement>('.tl-container')?.focus())
  if (typeof at === 'number') {
    await lookAt(page, 'fit')
    await page.evaluate(zoomTo, at)
    await page.waitForTimeout(CAMERA_RESTS_MS)
    return page.evaluate(zoomNow)
  }
  const before = await page.evaluate(zoomNow)
  await page.keyboard.press(at === 'fit' ? 'Shift+Digit1' : 'Shift+Digit0')
  await page
    .waitForFunction(
      ({ was, isFit }) => {
        const now = Number(document.querySelector<HTMLElement>('.tl-container')?.style.getPropertyValue('--tl-zoom'))
        return isFit ? now !== was : Math.abs(now - 1) < 0.001
      },
      { was: before, isFit: at === 'fit' },
      { timeout: 3_000 },
    )
    .catch(() => {}) // it was there already
  // The camera glides there.
  await page.waitForTimeout(CAMERA_RESTS_MS)
  return page.evaluate(zoomNow)
}

const MIDDLE = { x: 700, y: 450 } as const
/** Of fifty cards, around the one in the middle. */
const BLOCK = { left: 5, right: 4, above: 2, below: 2 } as const
const GAP = 30

async function hold(page: Page, cards: Held): Promise<void> {
  const zoom = await page.evaluate(zoomNow)
  const origin = await page.evaluate(onScreen, { x: 0, y: 0 })
  const column = Math.round((MIDDLE.x - origin.x) / zoom / CELL.w)
  const row = Math.round((MIDDLE.y - origin.y) / zoom / CELL.h)
  const at = { x: column * CELL.w + CARD.w / 2, y: row * CELL.h + CARD.h / 2 }
  const seen = await page.evaluate(onScreen, at)
  await page.mouse.move(MIDDLE.x, MIDDLE.y)
  await page.mouse.wheel(seen.x - MIDDLE.x, seen.y - MIDDLE.y)
  await page.waitForTimeout(CAMERA_RESTS_MS)
  if (cards > 1) {
    const [from, to] = [
      { x: (column - BLOCK.left) * CELL.w - GAP, y: (row - BLOCK.above) * CELL.h - GAP },
      { x: (column + BLOCK.right) * CELL.w + CARD.w + GAP, y: (row + BLOCK.below) * CELL.h + CARD.h + GAP },
    ]
    const [start, end] = [await page.evaluate(onScreen, from), await page.evaluate(onScreen, to)]
    await page.mouse.move(start.x, start.y)
    await page.mouse.down()
    await page.mouse.move(end.x, end.y, { steps: 4 })
    await page.mouse.up()
  }
  await page.mouse.move(MIDDLE.x, MIDDLE.y)
  await page.mouse.down()
}

async function letGo(page: Page): Promise<void> {
  await page.keyboard.press('Escape')
  await page.mouse.up()
  await page.keyboard.press('Escape')
}

/** The end of the last long task before a pause. */
async function whenReady(page: Page, painted: number): Promise<number> {
  await page.waitForFunction(
    ({ from, quiet }) => performance.now() > Math.max(from, ...window.bench.busy.map(([at, ms]) => at + ms)) + quiet,
    { from: painted, quiet: QUIET_MS },
    { timeout: OPEN_WITHIN_MS, polling: 50 },
  )
  const busy = await page.evaluate(() => window.bench.busy)
  let ready = painted
  for (const [at, ms] of busy) if (at + ms > ready && at < ready + QUIET_MS) ready = at + ms
  return ready
}

async function metric(cdp: CDPSession, name: string): Promise<number> {
  const { metrics } = await cdp.send('Performance.getMetrics')
  return metrics.find((each) => each.name === name)?.value ?? Number.NaN
}

/** Seconds of all the browser's processes. */
async function cpuSeconds(browser: Browser): Promise<number> {
  const cdp = await browser.newBrowserCDPSession()
  const { processInfo } = await cdp.send('SystemInfo.getProcessInfo')
  await cdp.detach()
  return processInfo.reduce((sum, { cpuTime }) => sum + cpuTime, 0)
}

async function measureFrames(browser: Browser, page: Page, move: Move, ms: number): Promise<Frames> {
  await page.bringToFront()
  // The first moves make what is made once.
  await page.evaluate(moveCamera, { move, ms: 400 })
  const before = await cpuSeconds(browser)
  const frames = await page.evaluate(moveCamera, { move, ms })
  const spent = (await cpuSeconds(browser)) - before
  return {
    p50Ms: percentile(frames, 0.5),
    p95Ms: percentile(frames, 0.95),
    cpuMs: (spent * 1000) / Math.max(1, frames.length),
  }
}
