/** How tldraw is set up for a map: what it may hold, what of its own it shows, and whose colours it wears. */
import { useEffect, useState } from 'react'
import {
  createTLStore,
  createTLUser,
  defaultBindingUtils,
  defaultShapeUtils,
  DefaultContextMenu,
  DefaultContextMenuContent,
  DefaultStylePanel,
  atom,
  TldrawOverlays,
  TldrawUiMenuGroup,
  TldrawUiMenuItem,
  useEditor,
  useValue,
  type TLAnyShapeUtilConstructor,
  type TLComponents,
  type TLStore,
  type TLUiContextMenuProps,
  type TLUser,
  type TLUserPreferences,
  type TldrawOptions,
} from 'tldraw'
import { LIMITS } from '@throughline/shared/schema'
import { CANVAS_AGAIN, CANVAS_BROKE, CANVAS_NAME, CANVAS_OUTLINE, TURN_INTO_BLOCKS } from '../text/canvas.ts'
import { useSession } from '../session/hooks.ts'
import { Button } from '../ui/Button.tsx'
import { drawnWords } from './drawn-words.ts'
import { isDrawing } from './drawing-records.ts'
import { CompareMarks } from './CompareMarks.tsx'
import { NewsMarks } from './NewsMarks.tsx'
import { CommentPins } from './CommentPins.tsx'
import { NoticeMarks } from './NoticeMarks.tsx'
import { Peers } from './presence.tsx'
import { sessionOf } from './session-of.ts'
import { BLOCK_SHAPE_UTILS, mapComponents } from './shapes/index.ts'

export const OPTIONS: Partial<TldrawOptions> = {
  maxPages: 1,
  // tldraw refuses more in silence; the document's own limits come first.
  maxShapesPerPage: LIMITS.blocks + LIMITS.links + LIMITS.drawingRecords,
  // 1–4 are the kinds.
  enableToolbarKeyboardShortcuts: false,
  branding: CANVAS_NAME,
  // Drawing is set in our own fonts, which the page has by now.
  maxFontsToLoadBeforeRender: 0,
}

export function openStore(): TLStore {
  return createTLStore({
    shapeUtils: [...(defaultShapeUtils as readonly TLAnyShapeUtilConstructor[]), ...BLOCK_SHAPE_UTILS],
    bindingUtils: [...defaultBindingUtils],
  })
}

const DRAWING_TOOLS = new Set(['draw', 'highlight', 'geo', 'line', 'arrow', 'text', 'note'])

/** Nothing about these is a matter of style. */
const HOLDERS = new Set(['frame', 'group', 'image'])

/** Colours and lines are for drawing; a card's look is its meaning. */
function DrawingStylePanel() {
  const editor = useEditor()
  const isDrawingNow = useValue(
    'is drawing',
    () => {
      const selected = editor.getSelectedShapes()
      return selected.length === 0
        ? DRAWING_TOOLS.has(editor.getCurrentToolId())
        : selected.some((shape) => isDrawing(shape) && !HOLDERS.has(shape.type))
    },
    [editor],
  )
  return isDrawingNow ? <DefaultStylePanel /> : null
}

function Overlays() {
  return (
    <>
      <TldrawOverlays />
      <CompareMarks />
      <NewsMarks />
      <NoticeMarks />
      <CommentPins />
      <Peers />
    </>
  )
}

/** Instead of tldraw's, which offers to throw the document away. */
function CanvasError() {
  const session = useSession()
  useEffect(() => session.loseCanvas(), [session])
  return (
    <div className="canvas-error" role="alert">
      <p>
        {CANVAS_BROKE} {CANVAS_OUTLINE}
      </p>
      <Button onClick={() => window.location.reload()}>{CANVAS_AGAIN}</Button>
    </div>
  )
}

/** tldraw's own, and above it what only a map can do with a drawing. */
function MapContextMenu(props: TLUiContextMenuProps) {
  const editor = useEditor()
  const hasWords = useValue('has words', () => !editor.getIsReadonly() && drawnWords(editor) !== null, [editor])
  return (
    <DefaultContextMenu {...props}>
      {hasWords && (
        <TldrawUiMenuGroup id="blocks">
          <TldrawUiMenuItem
            id="turn-into-blocks"
            label={TURN_INTO_BLOCKS}
            onSelect={() => sessionOf(editor)?.canvas?.offerDrawing()}
          />
        </TldrawUiMenuGroup>
      )}
      <DefaultContextMenuContent />
    </DefaultContextMenu>
  )
}

export const COMPONENTS: TLComponents = {
  ...mapComponents,
  Overlays,
  ErrorFallback: CanvasError,
  StylePanel: DrawingStylePanel,
  ContextMenu: MapContextMenu,
  Toolbar: null,
  MenuPanel: null,
  MainMenu: null,
  ActionsMenu: null,
  QuickActions: null,
  HelperButtons: null,
  NavigationPanel: null,
  Minimap: null,
  ZoomMenu: null,
  PageMenu: null,
  SharePanel: null,
  TopPanel: null,
  HelpMenu: null,
  DebugPanel: null,
  DebugMenu: null,
  CursorChatBubble: null,
  ImageToolbar: null,
  VideoToolbar: null,
  Grid: null,
}

const isDark = () => document.documentElement.dataset['theme'] === 'dark'

/**
 * The person tldraw knows: only the page's theme, which it follows. Preferences of its own stay in memory, so that
 * nothing is left in this browser under its name.
 */
export function useCanvasUser(): TLUser {
  const [preferences] = useState(() =>
    atom<TLUserPreferences>('preferences', { id: 'me', locale: 'en', colorScheme: isDark() ? 'dark' : 'light' }),
  )
  useEffect(() => {
    const follow = () => preferences.update((now) => ({ ...now, colorScheme: isDark() ? 'dark' : 'light' }))
    const observer = new MutationObserver(follow)
    observer.observe(document.documentElement, { attributeFilter: ['data-theme'] })
    follow()
    return () => observer.disconnect()
  }, [preferences])
  const [user] = useState(() =>
    createTLUser({
      userPreferences: preferences,
      setUserPreferences: (next) => preferences.set({ ...next, colorScheme: isDark() ? 'dark' : 'light' }),
    }),
  )
  return user
}
