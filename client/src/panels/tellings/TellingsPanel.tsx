/** Who tells what: the chosen block's voices side by side, or every block that is told, by drift. */
import { driftContext, driftOf, driftOfMap, type KnownDrifts } from '@throughline/shared/drift'
import type { BlockId, PositioningMap } from '@throughline/shared/schema'
import { useDeferredValue, useMemo, useState } from 'react'
import { useBlock, useMap, useMapSnapshot, useSession } from '../../session/hooks.ts'
import { TELLINGS, THIS_BLOCK, WHOLE_MAP } from '../../text/tellings.ts'
import { Button } from '../../ui/Button.tsx'
import { Panel } from '../../ui/Panel.tsx'
import { BlockTellings } from './BlockTellings.tsx'
import { MapTellings } from './MapTellings.tsx'
import { VoicesEditor } from './VoicesEditor.tsx'
import styles from './TellingsPanel.module.css'

/** As wide as five columns need (look.md, section 3), and the canvas keeps room for a card. */
const WIDTH = 1000

export function TellingsPanel({ onClose }: { readonly onClose?: (() => void) | undefined }) {
  const map = useDeferredValue(useMap())
  const canWrite = useMapSnapshot((snapshot) => snapshot.canWrite)
  const selected = useMapSnapshot(({ view }) => view.selected)
  const chosen = selected.length === 1 ? selected[0] : undefined
  /** Whose selection the whole map was asked for beside: another choice shows that block again. */
  const [whole, setWhole] = useState<BlockId | null>(null)
  const one = chosen !== undefined && whole !== chosen && map.blocks.has(chosen) ? chosen : null
  return (
    <Panel title={TELLINGS} width={WIDTH} onClose={onClose}>
      <div className={styles['all']}>
        {chosen !== undefined && (
          <p className={styles['switch']}>
            <Button look="text" onClick={() => setWhole(one)}>
              {one === null ? THIS_BLOCK : WHOLE_MAP}
            </Button>
          </p>
        )}
        {one === null ? <WholeMap map={map} onChoose={() => setWhole(null)} /> : <OneBlock id={one} map={map} />}
        {canWrite && <VoicesEditor voices={map.voices} />}
      </div>
    </Panel>
  )
}

function OneBlock({ id, map }: { readonly id: BlockId; readonly map: PositioningMap }) {
  const block = useBlock(id) ?? map.blocks.get(id)
  const context = useMemo(() => driftContext(map), [map])
  const drift = useMemo(() => (block === undefined ? null : driftOf(block, context)), [block, context])
  return block === undefined || drift === null ? null : (
    <BlockTellings key={id} block={block} drift={drift} voices={map.voices} />
  )
}

function WholeMap({ map, onChoose }: { readonly map: PositioningMap; readonly onChoose: () => void }) {
  const session = useSession()
  const [known] = useState<KnownDrifts>(() => new Map())
  const drifts = useMemo(() => driftOfMap(map, known), [map, known])
  const choose = (id: BlockId) => {
    onChoose()
    session.setView({ selected: [id] })
    session.canvas?.showBlocks([id])
  }
  return <MapTellings drifts={drifts} voices={map.voices} onChoose={choose} />
}
