/** The tools that make blocks and links. */
import type { TLStateNodeConstructor } from 'tldraw'
import { BLOCK_TOOLS } from './block-tool.ts'
import { LinkTool } from './link-tool.ts'

/** For `<Tldraw tools>`; their ids are those of `session/view.ts`. */
export const MAP_TOOLS: readonly TLStateNodeConstructor[] = [...BLOCK_TOOLS, LinkTool]
export { blockAt, kindOf, linkCards, makeBlock, makeNext } from './make-block.ts'
