/**
 * tldraw's tools and actions, fitted to a map: our kinds under 1–4, undo of the shared document, and nothing that needs
 * pages, pictures, embeds or a look of its own.
 */
import { BLOCK_KINDS } from '@throughline/shared/schema'
import type { TLUiActionsContextType, TLUiOverrides, TLUiToolsContextType } from 'tldraw'
import { TOOL_WORDS } from '../text/words.ts'

const NO_TOOLS = ['asset', 'embed', 'image', 'video']
const NO_ACTIONS = [
  'insert-embed',
  'insert-media',
  'image-replace',
  'video-replace',
  'download-original',
  'convert-to-bookmark',
  'convert-to-embed',
  'open-embed-link',
  'edit-link',
  'change-page-prev',
  'change-page-next',
  'move-to-new-page',
  'open-cursor-chat',
  'open-kbd-shortcuts',
  'flatten-to-image',
  'toggle-dark-mode',
  'toggle-debug-mode',
  'toggle-focus-mode',
  'toggle-grid',
  'toggle-dynamic-size-mode',
  'print',
]

export const OVERRIDES: TLUiOverrides = {
  // Said of a shape that is selected, behind its words; tldraw knows no name for ours.
  translations: { en: { 'tool.block': 'Block', 'tool.link': 'Link' } },
  tools(editor, tools) {
    const kept: TLUiToolsContextType = Object.fromEntries(
      Object.entries(tools).filter(([id]) => !NO_TOOLS.includes(id)),
    )
    for (const [at, kind] of BLOCK_KINDS.entries())
      kept[kind] = {
        id: kind,
        label: TOOL_WORDS[kind],
        icon: 'geo-rectangle',
        kbd: String(at + 1),
        onSelect: () => void editor.setCurrentTool(kind),
      }
    kept['link'] = {
      id: 'link',
      label: TOOL_WORDS['link'],
      icon: 'tool-line',
      kbd: 'shift+k',
      onSelect: () => void editor.setCurrentTool('link'),
    }
    return kept
  },
  actions(_editor, actions) {
    const kept: TLUiActionsContextType = Object.fromEntries(
      Object.entries(actions).filter(([id]) => !NO_ACTIONS.includes(id)),
    )
    const redo = kept['redo']
    if (redo !== undefined) kept['redo'] = { ...redo, kbd: 'cmd+shift+z,ctrl+shift+z,ctrl+y' }
    return kept
  },
}
