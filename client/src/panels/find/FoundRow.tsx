/** One thing that was found: a block with the words that were looked for, or a link with its two ends. */
import type { Found, FoundBlock, FoundLink } from '@throughline/shared/finding'
import type { Block, Voice } from '@throughline/shared/schema'
import { FIND_NO_WORDS, sayPlace } from '../../text/commands.ts'
import { KIND_WORDS, RELATION_WORDS } from '../../text/words.ts'
import { KindGlyph } from '../../ui/KindGlyph.tsx'
import { FoundWords } from './FoundWords.tsx'
import styles from './FindPanel.module.css'

export interface FoundRowProps {
  readonly id: string
  readonly found: Found
  readonly voices: readonly Voice[]
  readonly here: boolean
  readonly onChoose: () => void
}

export function FoundRow({ id, found, voices, here, onChoose }: FoundRowProps) {
  return (
    // Keys are the field's, which keeps the focus.
    // oxlint-disable-next-line jsx-a11y/click-events-have-key-events
    <div id={id} role="option" tabIndex={-1} aria-selected={here} className={styles['found']} onClick={onChoose}>
      {found.is === 'block' ? <BlockFound found={found} voices={voices} /> : <LinkFound found={found} />}
    </div>
  )
}

export function BlockFound({ found, voices }: { readonly found: FoundBlock; readonly voices: readonly Voice[] }) {
  const { block, place, text, marks } = found
  const voice = place.is === 'telling' ? (voices.find(({ id }) => id === place.voice)?.name ?? '') : ''
  const where = sayPlace(place, voice)
  return (
    <>
      <span className={`${styles['kind']} ${styles[block.kind]}`}>
        <KindGlyph kind={block.kind} tinted />
        {KIND_WORDS[block.kind]}
      </span>
      {where !== '' && (
        <span className={styles['beside']} dir="auto">
          {wordsOf(block)}
        </span>
      )}
      <span className={styles['text']} dir="auto">
        {where !== '' && <span className={styles['where']}>{where}: </span>}
        {text === '' ? FIND_NO_WORDS : <FoundWords text={text} marks={marks} />}
      </span>
    </>
  )
}

const wordsOf = ({ statement }: Block): string => (statement === '' ? FIND_NO_WORDS : statement)

function LinkFound({ found: { link, from, to } }: { readonly found: FoundLink }) {
  return (
    <>
      <span className={styles['kind']}>
        <KindGlyph kind={from.kind} tinted />
        <KindGlyph kind={to.kind} tinted />
        <em>{RELATION_WORDS[link.relation]}</em>
      </span>
      <span className={styles['text']} dir="auto">
        {wordsOf(from)}
      </span>
      <span className={styles['beside']} dir="auto">
        {wordsOf(to)}
      </span>
    </>
  )
}
