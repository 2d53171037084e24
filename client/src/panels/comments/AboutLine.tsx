/** What a thread is about: the block with its words, also when it is gone, or a place; and the way there. */
import type { About } from '@throughline/shared/comments'
import { useMap, useSession } from '../../session/hooks.ts'
import * as says from '../../text/comments.ts'
import { KIND_WORDS, questionFor } from '../../text/words.ts'
import { Button } from '../../ui/Button.tsx'
import { KindGlyph } from '../../ui/KindGlyph.tsx'
import styles from './CommentsPanel.module.css'

export interface AboutLineProps {
  readonly about: About
  /** Null where nothing of the map can be seen. */
  readonly onShow: (() => void) | null
  /** Where the statement stands right below. */
  readonly terse?: boolean
}

export function AboutLine({ about, onShow, terse = false }: AboutLineProps) {
  const { blocks, voices } = useMap()
  const session = useSession()
  const block = about.is === 'block' ? blocks.get(about.block) : undefined
  const isThere = about.is === 'place' || block !== undefined
  return (
    <div className={styles['about']}>
      {about.is === 'place' && <p>{says.A_PLACE}</p>}
      {about.is === 'block' && block === undefined && (
        <>
          <p className={styles['quiet']}>{says.wasOn(about.kind)}</p>
          {about.said !== '' && (
            <p className={styles['said']} dir="auto">
              “{about.said}”
            </p>
          )}
        </>
      )}
      {about.is === 'block' && block !== undefined && (
        <>
          <p className={styles['kind']}>
            <KindGlyph kind={block.kind} tinted /> {KIND_WORDS[block.kind]}
            {about.part !== null && ` · ${says.sayPart(about.part, voices)}`}
          </p>
          {!terse && (
            <p className={styles['said']} dir="auto">
              {block.statement === '' ? questionFor(block) : block.statement}
            </p>
          )}
        </>
      )}
      {isThere && onShow !== null && session.canvas !== null && (
        <Button look="text" onClick={onShow}>
          {says.SHOW}
        </Button>
      )}
    </div>
  )
}
