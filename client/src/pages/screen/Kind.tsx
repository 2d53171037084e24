/** Which kind of block a question asks for. */
import type { PromptView } from '@throughline/shared/protocol'
import { KIND_WORDS } from '../../text/words.ts'
import { KindGlyph } from '../../ui/KindGlyph.tsx'
import styles from './Screen.module.css'

export function Kind({ prompt: { kind } }: { readonly prompt: PromptView }) {
  if (kind === null) return null
  return (
    <p className={styles['kind']}>
      <KindGlyph kind={kind} tinted />
      {KIND_WORDS[kind]}
    </p>
  )
}
