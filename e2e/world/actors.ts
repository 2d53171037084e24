/**
 * The people of the tests: Ana, Ben and Cleo, each in a browser context of their own, and a map of which Ana holds the
 * owner's link and Ben and Cleo an editor's. Specs read as stories about them.
 *
 * Every context records its requests; when a test ends, all of them must have gone to a server that was opened and nowhere else.
 */
import {
  expect,
  test as base,
  type Browser,
  type BrowserContext,
  type BrowserContextOptions,
  type Locator,
  type Page,
} from '@playwright/test'
import { makeMap, type MadeMap } from './api.ts'
import { recordNetwork, type NetworkLog } from './network.ts'
import { startServer, type RunningServer } from './server.ts'

export { expect } from '@playwright/test'

export const KINDS = ['Purpose', 'Value', 'Audience', 'Proof'] as const
export type KindTool = (typeof KINDS)[number]

/** Page coordinates in CSS pixels. */
export interface Spot {
  readonly x: number
  readonly y: number
}

/** Where to take hold of a card, from its top left corner: the header, clear of words and of the edge. */
const GRIP: Spot = { x: 100, y: 16 }

/** More presses than anybody would bear. */
const MOST_TABS = 60

export class Person {
  readonly name: string
  readonly page: Page
  readonly #context: BrowserContext
  readonly #network: NetworkLog
  readonly #servers = new Set<string>()

  private constructor(name: string, context: BrowserContext, page: Page, network: NetworkLog) {
    this.name = name
    this.page = page
    this.#context = context
    this.#network = network
  }

  static async arrives(name: string, browser: Browser, options: BrowserContextOptions = {}): Promise<Person> {
    const context = await browser.newContext(options)
    const network = recordNetwork(context)
    return new Person(name, context, await context.newPage(), network)
  }

  /** Closes the browser; whatever it asked for must have been at the servers that this person opened. */
  async leaves(): Promise<void> {
    await this.#context.close()
    this.#network.showsOnly(this.#servers)
  }

  async goesTo(url: string): Promise<void> {
    this.#servers.add(new URL(url).host)
    await this.page.goto(url)
  }

  /** Opens a map's link and waits until the canvas can be worked on. */
  async open(url: string): Promise<void> {
    await this.goesTo(url)
    await this.seesTheMap()
  }

  /** A second window of the same browser, with the map on it. */
  async opensAnotherWindow(url: string): Promise<Page> {
    const window = await this.#context.newPage()
    await window.goto(url)
    await expect(window.locator('[data-loaded="true"] .tl-canvas')).toBeVisible({ timeout: 30_000 })
    return window
  }

  async seesTheMap(): Promise<void> {
    await expect(this.page.locator('[data-loaded="true"] .tl-canvas')).toBeVisible({ timeout: 30_000 })
  }

  async picks(tool: string): Promise<void> {
    await this.page.getByRole('button', { name: tool, exact: true }).click()
  }

  /** Picks the kind's tool, puts a block on a free spot of the canvas, writes its statement and leaves it. */
  async adds(kind: KindTool, statement: string, at: Spot): Promise<void> {
    await this.picks(kind)
    await this.page.mouse.click(at.x, at.y)
    await expect(this.editor).toBeFocused()
    await this.page.keyboard.type(statement)
    await this.page.keyboard.press('Escape')
    await expect(this.editor).toHaveCount(0)
  }

  async addsValue(statement: string, at: Spot = { x: 600, y: 400 }): Promise<void> {
    await this.adds('Value', statement, at)
  }

  /** The card with these words on it. */
  card(words: string | RegExp): Locator {
    return this.page.locator('.tl-canvas [data-block]').filter({ hasText: words })
  }

  /** What this person sees on a card, for `expect`. */
  sees(words: string | RegExp): Locator {
    return this.card(words)
  }

  /** The statement that is open for writing. */
  get editor(): Locator {
    return this.page.getByRole('textbox', { name: 'Statement' })
  }

  /** Opens a card's statement and puts the caret behind its last character. */
  async startsWriting(card: Locator): Promise<void> {
    await this.pointsTwiceAt(card)
    await expect(this.editor).toBeFocused()
    await this.page.keyboard.press('End')
  }

  async pointsTwiceAt(card: Locator): Promise<void> {
    const { x, y } = await middleOf(card)
    await this.page.mouse.dblclick(x, y)
  }

  /** What stands in the open statement: without the zero-width marks that hold other people's carets. */
  async written(): Promise<string> {
    return ((await this.editor.textContent()) ?? '').replaceAll('\u2060', '')
  }

  async writes(text: string): Promise<void> {
    await this.page.keyboard.type(text)
  }

  async stopsWriting(): Promise<void> {
    await this.page.keyboard.press('Escape')
    await expect(this.editor).toHaveCount(0)
  }

  /** Every card as block id and words, in one order for everybody. */
  async cards(): Promise<readonly string[]> {
    const cards = await this.page
      .locator('.tl-canvas [data-block]')
      .evaluateAll((all) => all.map((card) => `${card.getAttribute('data-block')}: ${card.textContent}`))
    return cards.toSorted()
  }

  async placeOf(words: string): Promise<Spot> {
    const { x, y } = await boxOf(this.card(words))
    return { x, y }
  }

  async selects(card: Locator): Promise<void> {
    const { x, y } = await gripOf(card)
    await this.page.mouse.click(x, y)
  }

  /** Takes a card by its header and moves it, in steps as a hand would. */
  async drags(card: Locator, by: Spot): Promise<void> {
    const from = await gripOf(card)
    await this.strokes(from, { x: from.x + by.x, y: from.y + by.y })
  }

  /** With the link tool or the arrow in hand: from one card to another. */
  async connects(from: Locator, to: Locator, rests?: () => Promise<void>): Promise<void> {
    await this.strokes(await gripOf(from), await gripOf(to), rests)
  }

  /** Takes a card by the handle at the right end of its header rule (34 down at 100 %) and pulls a link out of it. */
  async pullsLinkFrom(card: Locator, to: Spot | Locator): Promise<void> {
    await this.selects(card)
    const { x, y, width } = await boxOf(card)
    await this.strokes({ x: x + width, y: y + 34 }, 'x' in to ? to : await gripOf(to))
  }

  /** Presses, moves in steps as a hand would, and lets go; it `rests` halfway and at the end. */
  async strokes(from: Spot, to: Spot, rests?: () => Promise<void>): Promise<void> {
    await this.page.mouse.move(from.x, from.y)
    await this.page.mouse.down()
    await this.page.mouse.move((from.x + to.x) / 2, (from.y + to.y) / 2, { steps: 5 })
    await rests?.()
    await this.page.mouse.move(to.x, to.y, { steps: 5 })
    await rests?.()
    await this.page.mouse.up()
  }

  /** Everything of one kind of tldraw shape on the canvas: `link`, `draw`, … What is drawn behind cards counts once. */
  shapes(type: string): Locator {
    return this.page.locator(`.tl-shape[data-shape-type="${type}"]:not(.tl-shape-background)`)
  }

  panel(name: string): Locator {
    return this.page.getByRole('region', { name, exact: true })
  }

  async opensPanel(name: string): Promise<Locator> {
    const panels = this.page.getByRole('navigation', { name: 'Panels' })
    // In a narrow window the names are in one menu.
    const folded = panels.getByRole('button', { name: 'Panels', exact: true })
    if (await folded.isVisible()) await folded.click()
    await panels.getByRole('button', { name, exact: true }).click()
    await expect(this.panel(name)).toBeVisible()
    return this.panel(name)
  }

  /** Goes on by Tab (or another key) until something has the focus, as somebody without a mouse does. */
  async tabsTo(goal: Locator, key: 'Tab' | 'Shift+Tab' = 'Tab'): Promise<void> {
    await expect(goal).toBeVisible()
    for (let presses = 0; presses < MOST_TABS; presses += 1) {
      if (await goal.evaluate((element) => element === document.activeElement)) return
      await this.page.keyboard.press(key)
    }
    await expect(goal, `reached within ${MOST_TABS} presses of ${key}`).toBeFocused()
  }

  async undoes(): Promise<void> {
    await this.page.keyboard.press('ControlOrMeta+z')
  }

  async goesOffline(): Promise<void> {
    await this.#context.setOffline(true)
  }

  async comesBack(): Promise<void> {
    await this.#context.setOffline(false)
  }

  /** The words about what is saved, in the top bar. */
  get savedState(): Locator {
    return this.page.getByRole('banner').getByText(/^(?:Saved|Saving…|Kept on this device|Offline|Not saved|Reading)/)
  }
}

async function gripOf(card: Locator): Promise<Spot> {
  const { x, y } = await boxOf(card)
  return { x: x + GRIP.x, y: y + GRIP.y }
}

async function middleOf(card: Locator): Promise<Spot> {
  const { x, y, width, height } = await boxOf(card)
  return { x: x + width / 2, y: y + height / 2 }
}

/** Cards take no pointer themselves (the canvas works out what was hit), so hands go by coordinates. */
async function boxOf(card: Locator): Promise<Spot & { readonly width: number; readonly height: number }> {
  await expect(card).toBeVisible()
  const box = await card.boundingBox()
  expect(box, 'the card is on screen').not.toBeNull()
  return box ?? { x: 0, y: 0, width: 0, height: 0 }
}

interface TestWorld {
  readonly ana: Person
  readonly ben: Person
  readonly cleo: Person
  /** A blank map, new for each test. */
  readonly map: MadeMap
  /** The editor's link of that map. */
  readonly mapUrl: string
  /** A server for this test alone, to be killed at will. */
  readonly ownServer: RunningServer
}

interface WorkerWorld {
  /** Shared by the tests of one worker; maps keep them apart. */
  readonly server: RunningServer
}

export const test = base.extend<TestWorld, WorkerWorld>({
  server: [
    // oxlint-disable-next-line no-empty-pattern -- Playwright reads the parameter's braces
    async ({}, use) => {
      const server = await startServer()
      await use(server)
      expect(await server.stop(), 'the server stops cleanly').toBe(0)
    },
    { scope: 'worker' },
  ],
  // oxlint-disable-next-line no-empty-pattern -- as above
  ownServer: async ({}, use) => {
    const server = await startServer()
    await use(server)
    await server.stop()
  },
  map: async ({ server }, use) => {
    await use(await makeMap(server.origin, { title: 'Vardeholm' }))
  },
  mapUrl: async ({ map }, use) => {
    await use(map.link('editor'))
  },
  ana: async ({ browser }, use) => comesAndGoes('Ana', browser, use),
  ben: async ({ browser }, use) => comesAndGoes('Ben', browser, use),
  cleo: async ({ browser }, use) => comesAndGoes('Cleo', browser, use),
})

async function comesAndGoes(name: string, browser: Browser, use: (person: Person) => Promise<void>): Promise<void> {
  const person = await Person.arrives(name, browser)
  await use(person)
  await person.leaves()
}
