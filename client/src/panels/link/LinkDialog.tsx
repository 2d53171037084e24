/**
 * Choosing another block by its words: to link it, or to hang a block under it. A list that narrows while one types,
 * with what the link will say beside each.
 */
import { findBlocks } from '@throughline/shared/outline'
import { isBackwards, relationOf, type Block, type BlockId } from '@throughline/shared/schema'
import { useEffect, useId, useMemo, useRef, useState, type KeyboardEvent } from 'react'
import { useMap } from '../../session/hooks.ts'
import {
  NO_BLOCK_ABOVE,
  NO_BLOCK_TO_LINK,
  LINK_WITH_TITLE,
  MOVE_UNDER_TITLE,
  RELATION_IN,
  RELATION_OUT,
  SEARCH_BLOCKS,
  FOUND_NOTHING,
} from '../../text/outline.ts'
import { questionFor, KIND_WORDS } from '../../text/words.ts'
import { Dialog } from '../../ui/Dialog.tsx'
import { Field } from '../../ui/Field.tsx'
import { KindGlyph } from '../../ui/KindGlyph.tsx'
import { candidates, type Linking } from './candidates.ts'
import styles from './LinkDialog.module.css'

export interface LinkDialogProps {
  readonly linking: Linking
  readonly onChoose: (other: BlockId) => void
  readonly onClose: () => void
}

const wordsOf = (block: Block): string => (block.statement === '' ? questionFor(block) : block.statement)

function relationWords(from: Block, to: Block): string {
  return isBackwards(from.kind, to.kind)
    ? RELATION_IN[relationOf(to.kind, from.kind)]
    : RELATION_OUT[relationOf(from.kind, to.kind)]
}

export function LinkDialog({ linking, onChoose, onClose }: LinkDialogProps) {
  const map = useMap()
  const [query, setQuery] = useState('')
  const [at, setAt] = useState(0)
  const list = useId()
  const block = map.blocks.get(linking.block)
  const all = useMemo(() => candidates(map, linking), [map, linking])
  const shown = useMemo(() => {
    if (query.trim() === '') return all
    const found = new Set(findBlocks(map, query).map(({ id }) => id))
    return all.filter(({ id }) => found.has(id))
  }, [all, map, query])
  const here = Math.min(at, shown.length - 1)
  // Somebody else may have removed it meanwhile.
  useEffect(() => {
    if (block === undefined) onClose()
  }, [block, onClose])
  if (block === undefined) return null
  const choose = (other: Block | undefined) => {
    if (other !== undefined) onChoose(other.id)
  }
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.nativeEvent.isComposing) return
    if (event.key === 'ArrowDown') setAt(Math.min(here + 1, shown.length - 1))
    else if (event.key === 'ArrowUp') setAt(Math.max(here - 1, 0))
    else if (event.key === 'Enter') choose(shown[here])
    else return
    event.preventDefault()
  }
  const title = linking.is === 'link' ? LINK_WITH_TITLE : MOVE_UNDER_TITLE
  return (
    <Dialog title={title} intro={<span dir="auto">{wordsOf(block)}</span>} onClose={onClose}>
      <div className={styles['search']}>
        <Field
          label={SEARCH_BLOCKS}
          value={query}
          role="combobox"
          aria-expanded
          aria-controls={list}
          aria-autocomplete="list"
          aria-activedescendant={shown[here] === undefined ? undefined : `${list}-${shown[here].id}`}
          autoComplete="off"
          onChange={(event) => {
            setQuery(event.target.value)
            setAt(0)
          }}
          onKeyDown={onKeyDown}
        />
      </div>
      <p role="status" className={styles['none']}>
        {all.length === 0
          ? linking.is === 'link'
            ? NO_BLOCK_TO_LINK
            : NO_BLOCK_ABOVE
          : shown.length === 0 && FOUND_NOTHING}
      </p>
      <div id={list} role="listbox" aria-label={title} className={styles['list']} tabIndex={-1}>
        {shown.map((other, nth) => (
          <Option
            key={other.id}
            id={`${list}-${other.id}`}
            block={other}
            relation={relationWords(block, other)}
            here={nth === here}
            onChoose={() => choose(other)}
          />
        ))}
      </div>
    </Dialog>
  )
}

interface OptionProps {
  readonly id: string
  readonly block: Block
  readonly relation: string
  readonly here: boolean
  readonly onChoose: () => void
}

/** The focus stays in the field; a press is for those who point. */
function Option({ id, block, relation, here, onChoose }: OptionProps) {
  const line = useRef<HTMLDivElement>(null)
  useEffect(() => {
    if (here) line.current?.scrollIntoView({ block: 'nearest' })
  }, [here])
  return (
    // oxlint-disable-next-line jsx-a11y/click-events-have-key-events -- the field has the keys, by aria-activedescendant
    <div
      ref={line}
      id={id}
      role="option"
      aria-selected={here}
      tabIndex={-1}
      className={styles['option']}
      onMouseDown={(event) => event.preventDefault()}
      onClick={onChoose}
    >
      <span className={styles['relation']}>{relation}</span>
      <KindGlyph kind={block.kind} tinted />
      <span className="only-heard">{KIND_WORDS[block.kind]}: </span>
      <span dir="auto" className={styles['words']}>
        {wordsOf(block)}
      </span>
    </div>
  )
}
