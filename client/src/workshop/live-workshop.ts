/**
 * A workshop as it is now, without React: its view from the server, kept current by server-sent events that bring what is
 * new, and what one does in it.
 *
 * - **LW1** A line that breaks comes back by itself, more and more slowly, each browser at another moment; meanwhile the
 *   last view stays on screen, and says that it may be old.
 * - **LW2** A window that nobody looks at gives its line back after a minute: over HTTP/1.1 a browser has six of them for
 *   all its windows.
 * - **LW3** What is older than what is shown is dropped: an answer and an event may overtake each other.
 */
import { asAppError, ERROR_KINDS, type AppError } from '@throughline/shared/errors'
import type { WorkshopView } from '@throughline/shared/protocol'
import type { MapId } from '@throughline/shared/schema'
import { hear, viewOf, type Heard, type WorkshopNews } from '@throughline/shared/workshop-parts'
import { commandWorkshop, readWorkshopParts, workshopEvents, type WorkshopCommand } from '../api/workshop.ts'
import { OwnWriting, type Sent } from './own-writing.ts'

export interface WorkshopNow {
  /** Null until the server has answered. */
  readonly view: WorkshopView | null
  /** Whether what is shown is current. */
  readonly isLive: boolean
  /** What must be added to this browser's clock to read the server's, in milliseconds. */
  readonly offset: number
  /** Why the last thing one did was not done; gone with the next one. */
  readonly refusal: AppError | null
  readonly busy: boolean
  /** Another number whenever one's own words change. */
  readonly words: number
}

const BACK_FIRST_MS = 500
const BACK_MOST_MS = 10_000
const UNSEEN_MS = 60_000

export class LiveWorkshop {
  readonly map: MapId
  readonly #watchers = new Set<() => void>()
  #now: WorkshopNow = { view: null, isLive: false, offset: 0, refusal: null, busy: false, words: 0 }
  #heard: Heard | null = null
  #line: EventSource | null = null
  #tries = 0
  #coming: ReturnType<typeof setTimeout> | undefined
  #leaving: ReturnType<typeof setTimeout> | undefined
  #writing: { readonly name: string; readonly own: OwnWriting } | null = null
  #closed = false

  constructor(map: MapId) {
    this.map = map
    document.addEventListener('visibilitychange', this.#onVisibility)
    window.addEventListener('online', this.#back)
    this.#open()
  }

  readonly getSnapshot = (): WorkshopNow => this.#now

  readonly subscribe = (watcher: () => void): (() => void) => {
    this.#watchers.add(watcher)
    return () => this.#watchers.delete(watcher)
  }

  /** One's own words; null until the server has said who one is. */
  get own(): OwnWriting | null {
    return this.#writing?.own ?? null
  }

  /** Milliseconds since 1970 by the server's clock. */
  readonly time = (): number => Date.now() + this.#now.offset

  /** Resolves to whether it was done; why not stands in the snapshot. */
  async send(command: WorkshopCommand): Promise<boolean> {
    // A second press while the first is under way: "Next" twice would skip a stage.
    if (this.#now.busy) return false
    this.#set({ busy: true, refusal: null })
    try {
      this.#take(await commandWorkshop(this.map, command))
      this.#set({ busy: false })
      return true
    } catch (error) {
      this.#set({ busy: false, refusal: asAppError(error) })
      return false
    }
  }

  close(): void {
    this.#closed = true
    document.removeEventListener('visibilitychange', this.#onVisibility)
    window.removeEventListener('online', this.#back)
    clearTimeout(this.#coming)
    clearTimeout(this.#leaving)
    this.#line?.close()
    this.#writing?.own.close()
  }

  #open(): void {
    if (this.#closed || this.#line !== null) return
    clearTimeout(this.#coming)
    const line = new EventSource(workshopEvents(this.map))
    this.#line = line
    line.addEventListener('message', ({ data }) => this.#hear(line, String(data)))
    line.addEventListener('error', () => {
      // The server has said no, and a line does not tell why.
      const isRefused = line.readyState === EventSource.CLOSED
      line.close()
      if (this.#line !== line) return
      this.#line = null
      this.#set({ isLive: false })
      if (isRefused) void this.#ask()
      this.#comeBack()
    })
  }

  /** All of it anew. */
  async #ask(): Promise<void> {
    try {
      this.#understand(await readWorkshopParts(this.map), true)
    } catch (error) {
      const refusal = asAppError(error)
      // Said where there is nothing else to show; with a view on screen the line says that it is old.
      if (this.#now.view === null) this.#set({ refusal })
      if (mayComeBack(refusal)) return
      clearTimeout(this.#coming)
      this.#line?.close()
      this.#line = null
    }
  }

  #comeBack(): void {
    if (this.#closed || document.visibilityState === 'hidden') return
    const most = Math.min(BACK_FIRST_MS * 2 ** this.#tries, BACK_MOST_MS)
    this.#tries += 1
    clearTimeout(this.#coming)
    this.#coming = setTimeout(() => this.#open(), most * (0.5 + Math.random() / 2))
  }

  readonly #back = (): void => {
    this.#tries = 0
    this.#open()
  }

  readonly #onVisibility = (): void => {
    clearTimeout(this.#leaving)
    if (document.visibilityState === 'visible') return this.#back()
    this.#writing?.own.flush()
    this.#leaving = setTimeout(() => {
      this.#line?.close()
      this.#line = null
      this.#set({ isLive: false })
    }, UNSEEN_MS)
  }

  #hear(line: EventSource, data: string): void {
    let news: WorkshopNews
    try {
      news = JSON.parse(data) as WorkshopNews
    } catch {
      // No message of ours: what came before it stays.
      return
    }
    if (this.#line !== line) return
    // A line begins with all there is.
    const isFirst = !this.#now.isLive
    this.#take(news, isFirst)
    if (!isFirst) return
    this.#tries = 0
    this.#set({ isLive: true })
    this.own?.flush()
  }

  #take(news: WorkshopNews, isWhole = false): void {
    // Of something that this page has missed: all of it anew.
    if (!this.#understand(news, isWhole)) void this.#ask()
  }

  /** LW3. `isWhole` is believed whatever its time. False for news of what is not known here. */
  #understand(news: WorkshopNews, isWhole: boolean): boolean {
    const heard = hear(isWhole ? null : this.#heard, news)
    if (heard === null) return false
    this.#heard = heard
    const before = this.#now.view
    const view = viewOf(heard.parts, heard.moment)
    const own = this.#ownFor(view)
    for (const { id, mine } of view.prompts) own?.heard(id, mine)
    this.#set({ view, offset: view.now - Date.now(), refusal: before === null ? null : this.#now.refusal })
    return true
  }

  /** Each run of a workshop and each person has words of its own. */
  #ownFor({ run, me }: WorkshopView): OwnWriting | null {
    if (run === null || me.person === null) return null
    const name = `throughline:writing:${this.map}:${run}:${me.person}`
    if (this.#writing?.name === name) return this.#writing.own
    this.#writing?.own.close()
    const onChange = () => this.#set({ words: this.#now.words + 1 })
    const own = new OwnWriting({ name, send: this.#sendWords, now: Date.now, onChange })
    this.#writing = { name, own }
    return own
  }

  readonly #sendWords = async (prompt: string, text: string): Promise<Sent> => {
    try {
      this.#take(await commandWorkshop(this.map, { type: 'write', prompt, text }))
      return { is: 'taken' }
    } catch (thrown) {
      const error = asAppError(thrown)
      return mayComeBack(error) ? { is: 'out-of-reach' } : { is: 'refused', why: error.message }
    }
  }

  #set(part: Partial<WorkshopNow>): void {
    if (this.#closed) return
    this.#now = { ...this.#now, ...part }
    for (const watcher of this.#watchers) watcher()
  }
}

const mayComeBack = ({ kind, extra }: AppError): boolean => extra['unreachable'] === true || ERROR_KINDS[kind].retry
