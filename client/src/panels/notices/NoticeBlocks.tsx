/** The blocks that a notice is about: a press chooses one and shows it on the map. */
import type { BlockId } from '@throughline/shared/schema'
import { useBlock, useSession } from '../../session/hooks.ts'
import { andMore, NOTHING_WRITTEN } from '../../text/notices.ts'
import { KIND_WORDS } from '../../text/words.ts'
import { KindGlyph } from '../../ui/KindGlyph.tsx'
import { chooseBlock } from './acts.ts'
import styles from './NoticesPanel.module.css'

/** More than these are said as a number, and shown together. */
const LISTED = 4

export interface NoticeBlocksProps {
  readonly about: readonly BlockId[]
  readonly onChoose?: () => void
}

export function NoticeBlocks({ about, onChoose }: NoticeBlocksProps) {
  const listed = about.length > LISTED + 1 ? about.slice(0, LISTED) : about
  const rest = about.length - listed.length
  return (
    <ul className={styles['blocks']}>
      {listed.map((id) => (
        <BlockLine key={id} id={id} onChoose={onChoose} />
      ))}
      {rest > 0 && <li className={styles['more']}>{andMore(rest)}</li>}
    </ul>
  )
}

/** Watches its own block alone: while somebody writes in one, the lines of all others rest. */
function BlockLine({ id, onChoose }: { readonly id: BlockId; readonly onChoose: (() => void) | undefined }) {
  const session = useSession()
  const block = useBlock(id)
  if (block === undefined) return null
  const choose = () => {
    chooseBlock(session, id)
    onChoose?.()
  }
  return (
    <li>
      <button type="button" className={styles['block']} data-notice-block={id} onClick={choose}>
        <KindGlyph kind={block.kind} size={14} tinted />
        <span className="only-heard">{KIND_WORDS[block.kind]}: </span>
        <span dir="auto" className={block.statement === '' ? styles['unwritten'] : styles['statement']}>
          {block.statement === '' ? NOTHING_WRITTEN : block.statement}
        </span>
      </button>
    </li>
  )
}
