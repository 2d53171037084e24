/** The same map as a document, for the keyboard, the phone and the ear. */
import { outlineOf, type OutlineEntry as Entry } from '@throughline/shared/outline'
import type { BlockId } from '@throughline/shared/schema'
import { useCallback, useDeferredValue, useMemo } from 'react'
import { useMap, useMapSnapshot, useSession } from '../../session/hooks.ts'
import { count, sentence } from '../../text/words.ts'
import { Panel } from '../../ui/Panel.tsx'
import { OutlineEntry } from './OutlineEntry.tsx'
import styles from './OutlinePanel.module.css'

export interface OutlinePanelProps {
  readonly onClose?: (() => void) | undefined
  /** Opens the panel of the block that is chosen. */
  readonly onOpenBlock: () => void
}

export function OutlinePanel({ onClose, onOpenBlock }: OutlinePanelProps) {
  const session = useSession()
  const map = useDeferredValue(useMap())
  const loaded = useMapSnapshot((snapshot) => snapshot.loaded)
  const selected = useMapSnapshot((snapshot) => snapshot.view.selected)
  const { purposes, loose } = useMemo(() => outlineOf(map), [map])
  const show = useCallback(
    (id: BlockId) => {
      // Without a canvas, as on a phone, choosing still opens what the block holds.
      session.setView({ selected: [id] })
      session.canvas?.showBlocks([id])
    },
    [session],
  )
  const canWrite = useMapSnapshot((snapshot) => snapshot.canWrite)
  const open = canWrite ? onOpenBlock : null
  const list = (entries: readonly Entry[]) => (
    <ul className={styles['list']}>
      {entries.map((entry) => (
        <OutlineEntry
          key={entry.block.id}
          entry={entry}
          level={0}
          voices={map.voices}
          selected={selected}
          onShow={show}
          onOpen={open}
        />
      ))}
    </ul>
  )
  return (
    <Panel
      title="Outline"
      intro="The same map as a document."
      width={520}
      onClose={onClose}
      foot={
        <p className={styles['counts']}>
          {sentence(count(map.blocks.size, 'block'))}, {count(map.links.length, 'link')}
        </p>
      }
    >
      {map.blocks.size === 0 && loaded && <p className={styles['empty']}>Nothing is written yet. Why do we exist?</p>}
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
