/** What the shell and the canvas tell each other: which tool is in hand, how far one looks, what is picked. */
import type { BlockId } from '@throughline/shared/schema'

export const TOOLS = [
  'select',
  'hand',
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

export interface View {
  readonly tool: Tool
  /** 1 is 100 %. */
  readonly zoom: number
  readonly selected: readonly BlockId[]
  /** The block whose statement is being written here. */
  readonly writing: BlockId | null
  /** The block whose whole line is lit. Mine alone: others go on as they were. */
  readonly tracing: BlockId | null
}

/** What the shell may ask of a mounted canvas. */
export interface CanvasHandle {
  pickTool(tool: Tool): void
  zoomToFit(): void
  zoomTo100(): void
  /** Selects blocks and brings them into view. */
  showBlocks(ids: readonly BlockId[]): void
  selectBlocks(ids: readonly BlockId[]): void
  /** Puts the caret into a block's statement. */
  writeIn(id: BlockId): void
  /** Ends what somebody has in hand and writes it: to be called before an undo from elsewhere. */
  finish(): void
  /** Gives the keyboard back to the canvas, from a panel or a dialog. */
  focus(): void
}
