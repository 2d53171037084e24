/** Everything that one block holds, beside the canvas: the block that is selected, and none while several are. */
import type { BlockId } from '@throughline/shared/schema'
import type { KeyboardEvent } from 'react'
import { useBlock, useMapSnapshot, useView } from '../../session/hooks.ts'
import { BLOCK_PANEL, NONE_CHOSEN } from '../../text/block-panel.ts'
import { BACK } from '../../text/outline.ts'
import { Button } from '../../ui/Button.tsx'
import { Panel } from '../../ui/Panel.tsx'
import { ConflictList } from '../conflicts/ConflictList.tsx'
import { BlockComments } from './BlockComments.tsx'
import { BlockFields } from './BlockFields.tsx'
import { BlockLinks } from './BlockLinks.tsx'
import { BlockStatus } from './BlockStatus.tsx'
import { BlockTexts } from './BlockTexts.tsx'
import { DeleteBlock } from './DeleteBlock.tsx'
import { KindChoice } from './KindChoice.tsx'
import { useWalk } from './use-walk.ts'
import styles from './BlockPanel.module.css'

export interface BlockPanelProps {
  readonly onClose?: (() => void) | undefined
  /** Where one came here from the outline. */
  readonly onBack?: (() => void) | undefined
  readonly takesFocus?: boolean
}

export function BlockPanel({ onClose, onBack, takesFocus = false }: BlockPanelProps) {
  const selected = useView((view) => view.selected)
  const chosen = selected.length === 1 ? selected[0] : undefined
  const { panel, onKeyDown: walk } = useWalk(chosen)
  const onKeyDown = (event: KeyboardEvent) => {
    walk(event)
    // Where the panel is the page itself and cannot be closed, one goes back to where one came from.
    if (event.key !== 'Escape' || event.defaultPrevented || onClose !== undefined || onBack === undefined) return
    event.preventDefault()
    onBack()
  }
  return (
    <Panel
      title={BLOCK_PANEL}
      onClose={onClose}
      takesFocus={takesFocus}
      lead={
        onBack && (
          <Button look="text" onClick={onBack}>
            {BACK}
          </Button>
        )
      }
    >
      <div ref={panel} onKeyDown={onKeyDown}>
        {chosen === undefined ? <NoneChosen /> : <OneBlock key={chosen} id={chosen} />}
      </div>
    </Panel>
  )
}

function NoneChosen() {
  return <p className={styles['none']}>{NONE_CHOSEN}</p>
}

function OneBlock({ id }: { readonly id: BlockId }) {
  const block = useBlock(id)
  const canWrite = useMapSnapshot((snapshot) => snapshot.canWrite)
  if (block === undefined) return <NoneChosen />
  return (
    <>
      <fieldset className={styles['all']} disabled={!canWrite}>
        <ConflictList block={id} />
        <KindChoice block={block} />
        <BlockTexts block={block} />
        <BlockStatus block={block} />
        <BlockFields block={block} />
        <BlockLinks block={block} />
      </fieldset>
      <BlockComments block={block} />
      {canWrite && <DeleteBlock block={block} />}
    </>
  )
}
