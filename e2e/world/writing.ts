/** What tests of writing need: maps with every kind of text, busy colleagues, places between letters. */
import type { Page } from '@playwright/test'
import type * as Y from 'yjs'
import { expect, type Person } from './actors.ts'
import { makeMap, type MadeMap } from './api.ts'

export interface Words {
  readonly id: string
  readonly statement: string
  readonly detail?: string
  readonly tellings?: Readonly<Record<string, string>>
}

export const VOICE = { id: 'ana', name: 'Sales' }

/** A map of these blocks, one below the other. */
export async function mapOf(origin: string, ...blocks: readonly Words[]): Promise<MadeMap> {
  const placed = blocks.map((block, at) => ({ kind: 'value', ...block, frame: { x: 0, y: at * 260, w: 280, h: 160 } }))
  const file = { format: 'throughline-map', version: 1, blocks: placed, links: [], voices: [VOICE] }
  return makeMap(origin, { map: file })
}

export async function saved(map: MadeMap, id: string): Promise<Words> {
  const found = (await map.file()).blocks.find((block) => block.id === id)
  return found ?? { id, statement: '(gone)' }
}

/** What a browser has in its clipboard after somebody has copied from a web page. */
export async function copiesRichText(page: Page): Promise<void> {
  await page.context().grantPermissions(['clipboard-read', 'clipboard-write'])
  await page.evaluate(async () => {
    const rest = 'word '.repeat(20_000)
    const html = `<h1>Heading</h1><p>Some <b>bold</b> words and <a href="https://elsewhere.example/">a link</a></p><p>${rest}</p>`
    const plain = `Heading\n\nSome bold words and a link\r\n${rest}`
    const item = {
      'text/html': new Blob([html], { type: 'text/html' }),
      'text/plain': new Blob([plain], { type: 'text/plain' }),
    }
    await navigator.clipboard.write([new ClipboardItem(item)])
  })
}

/** Twenty edits a second by a stock client, from the start of a text and in another block, until `stop` is called. */
export function edits(doc: Y.Doc, name: string, other: string): () => Promise<number> {
  const textOf = (root: string) => (doc.getXmlFragment(root).get(0) as Y.XmlElement).get(0) as Y.XmlText
  let made = 0
  const timer = setInterval(() => {
    const text = textOf(name)
    // A few words come, then they go: the lines stay as many.
    if (made % 20 < 10) text.insert(0, '.')
    else text.delete(0, 1)
    textOf(other).insert(0, '.')
    made += 1
  }, 50)
  return async () => {
    await expect.poll(() => made, { timeout: 20_000 }).toBeGreaterThan(60)
    await expect.poll(() => made % 20, { intervals: [10] }).toBe(0)
    clearInterval(timer)
    return made
  }
}

export const caretIn = (page: Page) => page.evaluate(() => getSelection()?.focusNode?.textContent ?? '')

export function stillPlaces() {
  let panel = document.activeElement
  while (panel !== null && !/auto|scroll/.test(getComputedStyle(panel).overflowY)) panel = panel.parentElement
  const card = document.querySelector('.tl-canvas [data-block="one"]')?.getBoundingClientRect()
  return { panel: panel?.scrollTop ?? -1, page: window.scrollY, x: card?.x, y: card?.y }
}

/** The middle of the gap before the nth letter of what an element says, in client coordinates. */
export function gapBefore(element: Element, nth: number): { x: number; y: number } {
  const words = document.createTreeWalker(element, NodeFilter.SHOW_TEXT).nextNode() as Text
  const letter = document.createRange()
  letter.setStart(words, nth)
  letter.setEnd(words, nth + 1)
  const { left, top, height } = letter.getBoundingClientRect()
  return { x: left, y: top + height / 2 }
}

/** By the keys of the canvas: at their end a step of the zoom is exact, and a wheel's is not. */
const ZOOM_KEYS = { 0.5: ['Shift+0', 'ControlOrMeta+-'], 1: ['Shift+0'], 2: ['Shift+0', 'ControlOrMeta+='] } as const

/** With the block `one`, 280 wide at 100 %, on the map. */
export async function zoomsTo(person: Person, zoom: keyof typeof ZOOM_KEYS): Promise<void> {
  const width = async () =>
    Math.round((await person.page.locator('.tl-canvas [data-block="one"]').boundingBox())?.width ?? 0)
  for (const key of ZOOM_KEYS[zoom]) {
    await person.page.keyboard.press(key)
    await expect.poll(width).toBe(key === 'Shift+0' ? 280 : 280 * zoom)
  }
}

export const PRINTABLE = Array.from({ length: 95 }, (_, at) => String.fromCharCode(32 + at)).join('')
const OTHER_KEYS = [
  'ControlOrMeta+Home',
  'Delete',
  'ControlOrMeta+End',
  'Backspace',
  'ArrowUp',
  'ArrowDown',
  'ArrowLeft',
  'ArrowRight',
  'PageDown',
]

/** Every key that means something elsewhere, typed into an open empty text. */
export async function typesEveryKey(page: Page, words: () => Promise<string>): Promise<void> {
  const expectWords = (text: string) => expect.poll(words).toBe(text)
  await page.keyboard.type(`-${PRINTABLE}-`)
  await expectWords(`-${PRINTABLE}-`)
  for (const key of OTHER_KEYS) {
    await page.keyboard.press(key)
    // The browser tells of a moved caret with the next frame: no hand is faster.
    await page.evaluate(() => new Promise(requestAnimationFrame))
  }
  await expectWords(PRINTABLE)
  for (const key of ['a', 'c', 'x']) await page.keyboard.press(`ControlOrMeta+${key}`)
  await expectWords('')
  await page.keyboard.press('ControlOrMeta+v')
  await expectWords(PRINTABLE)
  await page.keyboard.press('ControlOrMeta+z')
  await expectWords('')
  await page.keyboard.press('ControlOrMeta+y')
  await expectWords(PRINTABLE)
}

interface HeldWindow {
  held?: { readonly data: unknown; take(): void }[]
}

/** Lets what comes over a page's sockets wait, so that a test says what it comes behind. Call it before the page opens. */
export async function heldMessages(page: Page) {
  await page.addInitScript(() => {
    const world = window as HeldWindow
    const { set, ...rest } = Object.getOwnPropertyDescriptor(WebSocket.prototype, 'onmessage') ?? {}
    Object.defineProperty(WebSocket.prototype, 'onmessage', {
      ...rest,
      set(this: WebSocket, hears: ((event: MessageEvent) => void) | null) {
        set?.call(this, (event: MessageEvent) => {
          if (world.held === undefined) hears?.(event)
          else world.held.push({ data: event.data, take: () => hears?.(event) })
        })
      },
    })
  })
  return {
    hold: () => page.evaluate(() => void ((window as HeldWindow).held = [])),
    hasWaiting: (words: string) =>
      page.evaluate(
        (sought) =>
          ((window as HeldWindow).held ?? []).some(({ data }) =>
            new TextDecoder().decode(data as ArrayBuffer).includes(sought),
          ),
        words,
      ),
    /** The caret goes to the start of its text and, before the browser has told of it, all that waited comes. */
    comeBehindHome: () =>
      page.evaluate(() => {
        const world = window as HeldWindow
        const held = world.held ?? []
        delete world.held
        getSelection()?.modify('move', 'backward', 'documentboundary')
        for (const { take } of held) take()
      }),
  }
}
