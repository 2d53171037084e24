/** The tools: the four kinds first, with their names, then what any canvas has. Nothing for those who only read. */
import { BLOCK_KINDS } from '@throughline/shared/schema'
import {
  ArrowUpRight,
  Eraser,
  Flashlight,
  Frame,
  Hand,
  Image,
  MousePointer2,
  Pencil,
  Redo2,
  Spline,
  StickyNote,
  Type,
  Undo2,
  type LucideIcon,
} from 'lucide-react'
import { shortcutKeys } from '../../commands/shortcuts.ts'
import { useMapSnapshot, useSession, useUndoSteps } from '../../session/hooks.ts'
import { TOOLS_FOR_READERS, type Tool } from '../../session/view.ts'
import { REDO, UNDO } from '../../text/commands.ts'
import { TOOL_WORDS } from '../../text/words.ts'
import { KindGlyph } from '../../ui/KindGlyph.tsx'
import styles from './ToolRail.module.css'

const ICONS: readonly (readonly [Tool, LucideIcon])[] = [
  ['select', MousePointer2],
  ['hand', Hand],
  ['laser', Flashlight],
  ['link', Spline],
  ['draw', Pencil],
  ['eraser', Eraser],
  ['arrow', ArrowUpRight],
  ['text', Type],
  ['note', StickyNote],
  ['frame', Frame],
  ['image', Image],
]
const ICON = { size: 18, strokeWidth: 1.5, 'aria-hidden': true } as const

export function ToolRail() {
  const session = useSession()
  const canWrite = useMapSnapshot((snapshot) => snapshot.canWrite)
  const inHand = useMapSnapshot((snapshot) => snapshot.view.tool)
  const pick = (tool: Tool) => session.canvas?.pickTool(tool)
  return (
    <div className={styles['rail']} role="toolbar" aria-label="Tools" aria-orientation="vertical">
      {canWrite && (
        <>
          {BLOCK_KINDS.map((kind) => (
            <button
              key={kind}
              type="button"
              className={styles['kind']}
              aria-pressed={inHand === kind}
              aria-keyshortcuts={shortcutKeys(`tool-${kind}`)}
              title={`${TOOL_WORDS[kind]}  ${shortcutKeys(`tool-${kind}`)}`}
              onClick={() => pick(kind)}
            >
              <KindGlyph kind={kind} size={18} tinted={inHand !== kind} />
              {TOOL_WORDS[kind]}
            </button>
          ))}
          <span className={styles['rule']} />
        </>
      )}
      {ICONS.filter(([tool]) => canWrite || TOOLS_FOR_READERS.includes(tool)).map(([tool, Icon]) => (
        <button
          key={tool}
          type="button"
          className={styles['tool']}
          aria-pressed={inHand === tool}
          aria-label={TOOL_WORDS[tool]}
          title={TOOL_WORDS[tool]}
          onClick={() => pick(tool)}
        >
          <Icon {...ICON} />
        </button>
      ))}
      {canWrite && <UndoButtons />}
    </div>
  )
}

function UndoButtons() {
  const { canUndo, canRedo, step } = useUndoSteps()
  return (
    <>
      <span className={styles['rule']} />
      <button
        type="button"
        className={styles['tool']}
        aria-label="Undo"
        title={`${UNDO}  ${shortcutKeys('undo')}`}
        disabled={!canUndo}
        onClick={step('undo')}
      >
        <Undo2 {...ICON} />
      </button>
      <button
        type="button"
        className={styles['tool']}
        aria-label="Redo"
        title={`${REDO}  ${shortcutKeys('redo')}`}
        disabled={!canRedo}
        onClick={step('redo')}
      >
        <Redo2 {...ICON} />
      </button>
    </>
  )
}
