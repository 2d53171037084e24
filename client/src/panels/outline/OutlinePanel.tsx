/** The same map as a document, for the keyboard, the phone and the ear: what the canvas can do to blocks and links. */
import {
  findBlocks,
  keepEntries,
  linesOf,
  outlineOf,
  type Outline,
  type OutlineEntry as Entry,
} from '@throughline/shared/outline'
import type { BlockId, PositioningMap, Voice } from '@throughline/shared/schema'
import { traceOf } from '@throughline/shared/trace'
import { useCallback, useDeferredValue, useEffect, useMemo, useRef, useState } from 'react'
import { useMap, useMapSnapshot } from '../../session/hooks.ts'
import { ALL_LOOSE, HOW_TO_MOVE, LOOSE, NOTHING_YET, OUTLINE, WRITE_PURPOSE } from '../../text/outline.ts'
import { count, sentence } from '../../text/words.ts'
import { Button } from '../../ui/Button.tsx'
import { Panel } from '../../ui/Panel.tsx'
import { useLinking } from '../link/use-linking.tsx'
import type { OutlineActs } from './acts.ts'
import { FindField } from './FindField.tsx'
import { OthersNews } from './OthersNews.tsx'
import { OutlineEntry, TraceContext } from './OutlineEntry.tsx'
import { OutlineFoot } from './OutlineFoot.tsx'
import { OutlineTrace } from './OutlineTrace.tsx'
import { UndoAndRedo } from './UndoAndRedo.tsx'
import { useActs } from './use-acts.ts'
import { useKeptFocus } from './use-kept-focus.ts'
import { focusLine, useOutlineKeys } from './use-outline-keys.ts'
import { useRovingTab } from './use-roving-tab.ts'
import styles from './OutlinePanel.module.css'

export interface OutlinePanelProps {
  readonly onClose?: (() => void) | undefined
  /** Opens the panel of the block that is chosen. */
  readonly onOpenBlock: () => void
  /** A block that waits for its first words. */
  readonly begin: BlockId | null
  /** A block to put the focus on: the one that one comes back from. */
  readonly comesFrom?: BlockId | null
}

export function OutlinePanel({ onClose, onOpenBlock, begin, comesFrom = null }: OutlinePanelProps) {
  const map = useDeferredValue(useMap())
  const loaded = useMapSnapshot((snapshot) => snapshot.loaded)
  const canWrite = useMapSnapshot((snapshot) => snapshot.canWrite)
  const tracing = useMapSnapshot((snapshot) => snapshot.view.tracing)
  const trace = useMemo(() => (tracing === null ? null : traceOf(map, tracing)), [map, tracing])
  const [query, setQuery] = useState('')
  const outline = useOutline(map, query)
  const lines = useMemo(() => linesOf(outline), [outline])
  const list = useRef<HTMLDivElement>(null)
  const find = useRef<HTMLInputElement>(null)
  const { dialog, ask } = useLinking()
  const { writing, acts } = useActs({ lines, list, begin, onOpenBlock, ask })
  const onKeyDown = useOutlineKeys({ lines, acts, list, onFind: useCallback(() => find.current?.focus(), []) })
  const kept = useKeptFocus(list, lines)
  const rove = useRovingTab(list, lines)
  useEffect(() => {
    if (comesFrom === null) return
    const back = lines.find(({ entry }) => entry.block.id === comesFrom && !entry.again) ?? lines[0]
    if (back !== undefined) focusLine(list.current, back.key)
    // oxlint-disable-next-line react-hooks/exhaustive-deps -- once, as it opens
  }, [])
  const { purposes, loose } = outline
  const some = { voices: map.voices, writing, acts }
  return (
    <Panel
      title={OUTLINE}
      intro={`The same map as a document. ${sentence(count(map.blocks.size, 'block'))}, ${count(map.links.length, 'link')}.`}
      width={520}
      onClose={onClose}
      foot={canWrite ? <OutlineFoot onAdd={(kind) => acts.add(kind, null)} /> : undefined}
    >
      <div className={styles['top']}>
        <FindField
          field={find}
          query={query}
          found={query === '' ? null : loose.length}
          onQuery={setQuery}
          onGo={() => lines[0] !== undefined && focusLine(list.current, lines[0].key)}
        />
        {canWrite && <UndoAndRedo />}
      </div>
      {trace !== null && <OutlineTrace trace={trace} />}
      <TraceContext value={trace}>
        <div
          ref={list}
          onKeyDown={onKeyDown}
          onFocus={(event) => {
            kept.onFocus(event)
            rove(event)
          }}
          onBlur={kept.onBlur}
        >
          {map.blocks.size > 0 && <p className="only-heard">{HOW_TO_MOVE}</p>}
          {map.blocks.size === 0 && loaded && <Empty onBegin={canWrite ? () => acts.add('purpose', null) : null} />}
          {purposes.length > 0 && <Entries entries={purposes} {...some} />}
          {loose.length > 0 && query !== '' && <Entries entries={loose} {...some} />}
          {loose.length > 0 && query === '' && (
            <section aria-labelledby="outline-loose">
              <h3 id="outline-loose" className={styles['loose']}>
                {purposes.length > 0 ? LOOSE : ALL_LOOSE}
              </h3>
              <Entries entries={loose} {...some} />
            </section>
          )}
        </div>
      </TraceContext>
      <OthersNews />
      {dialog}
    </Panel>
  )
}

/** While one looks for words, only what holds them, each by itself. */
function useOutline(map: PositioningMap, query: string): Outline {
  const [keep] = useState(keeper)
  return useMemo(() => {
    const alone = (): Outline => ({
      purposes: [],
      loose: findBlocks(map, query).map((block) => ({ block, hangs: 'top', again: false, under: [], related: [] })),
    })
    return keep(query.trim() === '' ? outlineOf(map) : alone())
  }, [keep, map, query])
}

/** Remembers the last outline, so that what is the same in the next one stays the same. */
function keeper(): (outline: Outline) => Outline {
  let last: Outline | null = null
  return (outline) => {
    last = keepEntries(last, outline)
    return last
  }
}

interface EntriesProps {
  readonly entries: readonly Entry[]
  readonly voices: readonly Voice[]
  readonly writing: BlockId | null
  readonly acts: OutlineActs
}

function Entries({ entries, ...some }: EntriesProps) {
  return (
    <ul className={styles['list']}>
      {entries.map((entry) => (
        <OutlineEntry key={entry.block.id} entry={entry} level={0} parent={null} {...some} />
      ))}
    </ul>
  )
}

function Empty({ onBegin }: { readonly onBegin: (() => void) | null }) {
  return (
    <div className={styles['empty']}>
      <p>{NOTHING_YET}</p>
      {onBegin !== null && (
        <Button look="text" onClick={onBegin}>
          {WRITE_PURPOSE}
        </Button>
      )}
    </div>
  )
}
