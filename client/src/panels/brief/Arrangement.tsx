/** In which order blocks stand on the brief, and which are kept off: for everybody, at once, and undone like any edit. */
import { inBriefOrder, NOTHING_YET } from '@throughline/shared/brief'
import { bringOntoBrief, keepOffBrief, moveOnBrief } from '@throughline/shared/doc'
import { BLOCK_KINDS, type Block, type BlockId, type PositioningMap } from '@throughline/shared/schema'
import { useMemo, useState } from 'react'
import { useSession } from '../../session/hooks.ts'
import { ARRANGEMENT, bringBack, GROUP_NAMES, sayBroughtBack, sayKeptOff, sayPlace } from '../../text/arrangement.ts'
import { Button } from '../../ui/Button.tsx'
import styles from './Arrangement.module.css'
import { Fold } from './Fold.tsx'
import { OrderedBlocks } from './OrderedBlocks.tsx'

export function Arrangement({ map }: { readonly map: PositioningMap }) {
  return (
    <Fold title={ARRANGEMENT.title}>
      <Lines map={map} />
    </Fold>
  )
}

function Lines({ map }: { readonly map: PositioningMap }) {
  const session = useSession()
  const [says, setSays] = useState('')
  const written = useMemo(() => inBriefOrder(map, map.blocks.values()).filter(hasWords), [map])
  const isOff = ({ id }: Block) => map.brief.off.includes(id)
  const groups = BLOCK_KINDS.map((kind) => ({
    kind,
    blocks: written.filter((block) => block.kind === kind && !isOff(block)),
  })).filter(({ blocks }) => blocks.length > 0)
  const words = (id: BlockId) => map.blocks.get(id)?.statement ?? ''
  const move = (blocks: readonly Block[]) => (id: BlockId, before: BlockId | null) => {
    const now = session.getSnapshot().map
    const order = inBriefOrder(now, now.blocks.values()).map((block) => block.id)
    session.edit((doc) => moveOnBrief(doc, order, id, before))
    const others = blocks.filter((block) => block.id !== id)
    const at = before === null ? others.length : others.findIndex((block) => block.id === before)
    setSays(sayPlace(words(id), at + 1, blocks.length))
  }
  const keep = (id: BlockId) => {
    session.edit((doc) => keepOffBrief(doc, id))
    setSays(sayKeptOff(words(id)))
  }
  const bring = (id: BlockId) => {
    session.edit((doc) => bringOntoBrief(doc, id))
    setSays(sayBroughtBack(words(id)))
  }
  return (
    <>
      <p className={styles['intro']}>{written.length === 0 ? NOTHING_YET : ARRANGEMENT.intro}</p>
      {groups.map(({ kind, blocks }) => (
        <OrderedBlocks key={kind} name={GROUP_NAMES[kind]} blocks={blocks} onMove={move(blocks)} onKeepOff={keep} />
      ))}
      <KeptOff blocks={written.filter(isOff)} onBring={bring} />
      <p role="status" className={styles['says']}>
        {says}
      </p>
    </>
  )
}

const hasWords = ({ statement }: Block) => statement.trim() !== ''

interface KeptOffProps {
  readonly blocks: readonly Block[]
  readonly onBring: (id: BlockId) => void
}

function KeptOff({ blocks, onBring }: KeptOffProps) {
  if (blocks.length === 0) return null
  return (
    <section aria-label={ARRANGEMENT.keptOff}>
      <h4 className={styles['name']}>{ARRANGEMENT.keptOff}</h4>
      <ul className={styles['rows']}>
        {blocks.map(({ id, statement }) => (
          <li key={id} className={styles['row']}>
            <span className={`${styles['words']} ${styles['off']}`} dir="auto">
              {statement}
            </span>
            <Button look="text" aria-label={bringBack(statement)} onClick={() => onBring(id)}>
              {ARRANGEMENT.bringBack}
            </Button>
          </li>
        ))}
      </ul>
    </section>
  )
}
