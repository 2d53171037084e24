import { setKind } from '@throughline/shared/doc'
import { BLOCK_KINDS, type Block } from '@throughline/shared/schema'
import { useId } from 'react'
import { useSession } from '../../session/hooks.ts'
import { KIND_WORDS } from '../../text/words.ts'
import { KindGlyph } from '../../ui/KindGlyph.tsx'
import styles from './BlockPanel.module.css'

/** Which of the four kinds. Changing it loses nothing: fields of the old kind are back with it. */
export function KindChoice({ block }: { readonly block: Block }) {
  const session = useSession()
  const name = useId()
  return (
    <fieldset className={styles['kinds']}>
      <legend className="only-heard">Kind</legend>
      {BLOCK_KINDS.map((kind) => (
        <label key={kind} className={styles['kind']}>
          <input
            type="radio"
            name={name}
            checked={kind === block.kind}
            onChange={() => session.edit((map) => setKind(map, block.id, kind))}
          />
          <KindGlyph kind={kind} tinted />
          {KIND_WORDS[kind]}
        </label>
      ))}
    </fieldset>
  )
}
