/** What the shell and the canvas tell each other: which tool is in hand, how far one looks, what is picked. */
import type { About, Part, ThreadId } from '@throughline/shared/comments'
import type { LensId } from '@throughline/shared/lenses'
import type { Block, BlockId, BlockKind, Frame } from '@throughline/shared/schema'

export const TOOLS = [
  'select',
  'hand',
  'laser',
  'purpose',
  'value',
  'audience',
  'proof',
  'link',
  'draw',
  'eraser',
  'arrow',
  'text',
  'note',
  'frame',
  'image',
] as const
export type Tool = (typeof TOOLS)[number]
/** They change nothing on the map. */
export const TOOLS_FOR_READERS: readonly Tool[] = ['select', 'hand', 'laser']

export interface View {
  readonly tool: Tool
  /** 1 is 100 %. */
  readonly zoom: number
  readonly selected: readonly BlockId[]
  /** The block whose statement is being written here. */
  readonly writing: BlockId | null
  /** The block whose whole line is lit. Mine alone: others go on as they were. */
  readonly tracing: BlockId | null
  /** The thread that is open, or what one is about to begin one on. Mine alone, too. */
  readonly commenting: Commenting | null
  /** The lens of the panel, as long as the map is open. */
  readonly lens: LensId
}

export const FIRST_VIEW: View = {
  tool: 'select',
  zoom: 1,
  selected: [],
  writing: null,
  tracing: null,
  commenting: null,
  lens: 'message-house',
}

/** What is the same as before stays the same object, the whole view too: whoever shows it looks no further. */
export function withPart(before: View, part: Partial<View>): View {
  const isNews = (key: string): boolean =>
    JSON.stringify(part[key as keyof View]) !== JSON.stringify(before[key as keyof View])
  const news = Object.entries(part).filter(([key]) => isNews(key))
  return news.length === 0 ? before : { ...before, ...Object.fromEntries(news) }
}

export type Commenting =
  | { readonly is: 'thread'; readonly thread: ThreadId }
  /** `proposes` another wording for the statement of a block. */
  | { readonly is: 'new'; readonly about: About; readonly proposes?: boolean }

/** A block as a thread remembers it. */
export function commentOn({ id, kind, statement }: Block, part: Part = null): Extract<About, { readonly is: 'block' }> {
  return { is: 'block', block: id, part, kind, said: statement }
}

/** Words without a note around them, a note, or anything else that is drawn with words in it. */
export interface DrawnNote {
  readonly key: string
  readonly text: string
  readonly colour: string
  readonly isTitle: boolean
  /** The name of the frame it stands in; `''` for none. */
  readonly area: string
  readonly x: number
  readonly y: number
}

export interface DrawnArrow {
  readonly key: string
  readonly from: string
  readonly to: string
}

/** What somebody has brought that may become blocks, once they have looked at it. */
export type Offered =
  | { readonly is: 'text'; readonly text: string }
  | { readonly is: 'file'; readonly file: File }
  | { readonly is: 'drawing'; readonly notes: readonly DrawnNote[]; readonly arrows: readonly DrawnArrow[] }

/** What the shell may ask of a mounted canvas. */
export interface CanvasHandle {
  pickTool(tool: Tool): void
  zoomToFit(): void
  zoomTo100(): void
  /** Selects blocks and brings them into view. */
  showBlocks(ids: readonly BlockId[]): void
  selectBlocks(ids: readonly BlockId[]): void
  /** Selects a block and comes close enough to read it. */
  lookAt(id: BlockId): void
  /** Selects blocks and fits them to the screen; answers the way back to what one saw before. */
  bringTo(ids: readonly BlockId[]): () => void
  /** Comes close to a place on the page where something was. */
  lookAtPlace(place: Frame): void
  /** Brings what a thread is about into view, and selects it where it is a block. */
  showAbout(about: About): void
  /** The block or place under the pointer, else in the middle of what one sees. */
  placeToComment(): About
  /** Puts the caret into a block's statement. */
  writeIn(id: BlockId): void
  /** Makes a block of a kind beside another, linked, and puts the caret into it. */
  addNext(beside: BlockId, kind: BlockKind): void
  /** Ends what somebody has in hand and writes it: to be called before an undo from elsewhere. */
  finish(): void
  /** Puts words on the canvas as a drawn text. */
  placeText(text: string): void
  /** Offers the chosen drawing that has words in it, to become blocks; does nothing where there is none. */
  offerDrawing(): void
  /** Gives the keyboard back to the canvas, from a panel or a dialog. */
  focus(): void
}
