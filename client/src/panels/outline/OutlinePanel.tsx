/** The same map as a document, for the keyboard, the phone and the ear. */
import { outlineOf, type OutlineEntry as Entry } from '@throughline/shared/outline'
import { BLOCK_KINDS, type BlockId, type BlockKind } from '@throughline/shared/schema'
import { useDeferredValue, useEffect, useMemo, useState } from 'react'
import { useMap, useMapSnapshot, useSession } from '../../session/hooks.ts'
import { addBeside } from '../../session/place-new.ts'
import { ADD_KIND, count, KIND_WORDS, sentence } from '../../text/words.ts'
import { Button } from '../../ui/Button.tsx'
import { KindGlyph } from '../../ui/KindGlyph.tsx'
import { Panel } from '../../ui/Panel.tsx'
import type { OutlineActs } from './EntryActs.tsx'
import { OutlineEntry } from './OutlineEntry.tsx'
import styles from './OutlinePanel.module.css'

export interface OutlinePanelProps {
  readonly onClose?: (() => void) | undefined
  /** Opens the panel of the block that is chosen. */
  readonly onOpenBlock: () => void
  /** A block that waits for its first words. */
  readonly begin: BlockId | null
}

export function OutlinePanel({ onClose, onOpenBlock, begin }: OutlinePanelProps) {
  const map = useDeferredValue(useMap())
  const loaded = useMapSnapshot((snapshot) => snapshot.loaded)
  const canWrite = useMapSnapshot((snapshot) => snapshot.canWrite)
  const selected = useMapSnapshot((snapshot) => snapshot.view.selected)
  const { purposes, loose } = useMemo(() => outlineOf(map), [map])
  const { writing, acts } = useActs(onOpenBlock, begin)
  const list = (entries: readonly Entry[]) => (
    <ul className={styles['list']}>
      {entries.map((entry) => (
        <OutlineEntry
          key={entry.block.id}
          entry={entry}
          level={0}
          voices={map.voices}
          selected={selected}
          writing={writing}
          acts={acts}
        />
      ))}
    </ul>
  )
  return (
    <Panel
      title="Outline"
      intro={`The same map as a document. ${sentence(count(map.blocks.size, 'block'))}, ${count(map.links.length, 'link')}.`}
      width={520}
      onClose={onClose}
      foot={canWrite ? <AddBlock onAdd={(kind) => acts.add(kind, null)} /> : undefined}
    >
      {map.blocks.size === 0 && loaded && <Empty onBegin={canWrite ? () => acts.add('purpose', null) : null} />}
      {purposes.length > 0 && list(purposes)}
      {loose.length > 0 && (
        <section aria-labelledby="outline-loose">
          <h3 id="outline-loose" className={styles['loose']}>
            {purposes.length > 0 ? 'Not in the argument yet' : 'No purpose holds these together yet'}
          </h3>
          {list(loose)}
        </section>
      )}
    </Panel>
  )
}

/** What can be done to a block from here, and in which one is being written. */
function useActs(onOpenBlock: () => void, begin: BlockId | null): { writing: BlockId | null; acts: OutlineActs } {
  const session = useSession()
  const canWrite = useMapSnapshot((snapshot) => snapshot.canWrite)
  const [writing, setWriting] = useState<BlockId | null>(null)
  const acts = useMemo<OutlineActs>(() => {
    const show = (id: BlockId) => {
      // Without a canvas, as on a phone, choosing still opens what the block holds.
      session.setView({ selected: [id] })
      session.canvas?.showBlocks([id])
    }
    return {
      canWrite,
      show,
      write: setWriting,
      leave: (id) => setWriting((now) => (now === id ? null : now)),
      open: onOpenBlock,
      add: (kind, beside) => setWriting(addBeside(session, kind, beside)),
    }
  }, [session, canWrite, onOpenBlock])
  useEffect(() => {
    if (begin !== null) setWriting(begin)
  }, [begin])
  // A block that was made here is chosen as soon as it stands on the map.
  const isThere = useMapSnapshot(({ map }) => writing !== null && map.blocks.has(writing))
  useEffect(() => {
    if (writing !== null && isThere) acts.show(writing)
  }, [acts, writing, isThere])
  return { writing, acts }
}

function AddBlock({ onAdd }: { readonly onAdd: (kind: BlockKind) => void }) {
  return (
    <ul className={styles['add']} aria-label="Add a block">
      <li className={styles['add-says']} aria-hidden="true">
        Add
      </li>
      {BLOCK_KINDS.map((kind) => (
        <li key={kind}>
          <button type="button" className={styles['add-kind']} aria-label={ADD_KIND[kind]} onClick={() => onAdd(kind)}>
            <KindGlyph kind={kind} tinted />
            {KIND_WORDS[kind]}
          </button>
        </li>
      ))}
    </ul>
  )
}

function Empty({ onBegin }: { readonly onBegin: (() => void) | null }) {
  return (
    <div className={styles['empty']}>
      <p>Nothing is written yet. Why do we exist?</p>
      {onBegin !== null && (
        <Button look="text" onClick={onBegin}>
          Write the purpose
        </Button>
      )}
    </div>
  )
}
