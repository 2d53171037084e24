/** Finding: results as one types, narrowed by what a block is; Enter goes there, and the caret stays in the words. */
import { find, ownersOf, type Found, type Query } from '@throughline/shared/finding'
import type { BlockId } from '@throughline/shared/schema'
import { useDeferredValue, useEffect, useId, useMemo, useRef, useState, type KeyboardEvent } from 'react'
import { useMap, useSession } from '../../session/hooks.ts'
import * as says from '../../text/commands.ts'
import { count, sentence } from '../../text/words.ts'
import { Button } from '../../ui/Button.tsx'
import { Panel } from '../../ui/Panel.tsx'
import { Filters } from './Filters.tsx'
import { FoundRow } from './FoundRow.tsx'
import styles from './FindPanel.module.css'

export interface FindPanelProps {
  readonly onClose?: (() => void) | undefined
  /** Shows a block in the outline; on a phone the only place to show it. */
  readonly onOutline: (block: BlockId) => void
  /** Whether there is a canvas in sight to go to. */
  readonly hasCanvas: boolean
}

const NOTHING: Query = { words: '' }

/** The day it is here, as fields write days. */
function today(): string {
  const now = new Date()
  const two = (n: number) => String(n).padStart(2, '0')
  return `${now.getFullYear()}-${two(now.getMonth() + 1)}-${two(now.getDate())}`
}

const keyOf = (found: Found): string => (found.is === 'block' ? found.block.id : `link-${found.link.id}`)
const blockOf = (found: Found): BlockId => (found.is === 'block' ? found.block.id : found.from.id)

export function FindPanel({ onClose, onOutline, hasCanvas }: FindPanelProps) {
  const session = useSession()
  const map = useMap()
  const [query, setQuery] = useState(NOTHING)
  const asked = useDeferredValue(query)
  const all = useMemo(() => find(map, asked, today()), [map, asked])
  const found = all.slice(0, says.FIND_MOST)
  const [at, setAt] = useState(0)
  const here = found[Math.min(at, found.length - 1)]
  const id = useId()
  useEffect(() => {
    document.getElementById(`${id}${at}`)?.scrollIntoView({ block: 'nearest' })
  }, [id, at])
  const ask = (part: Partial<Query>) => {
    setQuery({ ...query, ...part })
    setAt(0)
  }
  const show = (one: Found) => {
    if (!hasCanvas) return onOutline(blockOf(one))
    const ids = one.is === 'block' ? [one.block.id] : [one.from.id, one.to.id]
    session.setView({ selected: ids })
    session.canvas?.showBlocks(ids)
  }
  const onKeyDown = (event: KeyboardEvent) => {
    const step = event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : 0
    if (step !== 0) setAt(Math.min(Math.max(at + step, 0), Math.max(0, found.length - 1)))
    else if (event.key === 'Enter' && here !== undefined) show(here)
    else return
    event.preventDefault()
  }
  const wants =
    asked.words.trim() !== '' || Object.keys(asked).some((key) => key !== 'words' && asked[key as keyof Query])
  return (
    <Panel title={says.FIND} width={440} onClose={onClose}>
      <div className={styles['asks']}>
        <WordsField
          id={id}
          words={query.words}
          count={found.length}
          here={here === undefined ? null : found.indexOf(here)}
          onWords={(words) => ask({ words })}
          onKeyDown={onKeyDown}
        />
        <Filters query={query} owners={ownersOf(map)} onAsk={ask} />
      </div>
      <p className={styles['count']} role="status">
        {!wants ? '' : all.length === 0 ? says.FIND_NOTHING : sentence(count(all.length, 'place'))}
      </p>
      <div id={`${id}results`} role="listbox" aria-label={says.FIND_RESULTS} className={styles['results']}>
        {found.map((one, index) => (
          <FoundRow
            key={keyOf(one)}
            id={`${id}${index}`}
            found={one}
            voices={map.voices}
            here={one === here}
            onChoose={() => {
              setAt(index)
              show(one)
            }}
          />
        ))}
      </div>
      {all.length > found.length && <p className={styles['hint']}>{says.sayMore(all.length - found.length)}</p>}
      {here !== undefined && hasCanvas && (
        <p className={styles['outline']}>
          <Button look="text" onClick={() => onOutline(blockOf(here))}>
            {says.FIND_OUTLINE}
          </Button>
        </p>
      )}
    </Panel>
  )
}

interface WordsFieldProps {
  /** Of the panel; results are called by it and their place. */
  readonly id: string
  readonly words: string
  readonly count: number
  /** Which result one is at. */
  readonly here: number | null
  readonly onWords: (words: string) => void
  readonly onKeyDown: (event: KeyboardEvent) => void
}

function WordsField({ id, words, count: found, here, onWords, onKeyDown }: WordsFieldProps) {
  const field = useRef<HTMLInputElement>(null)
  useEffect(() => field.current?.focus(), [])
  return (
    <>
      <label htmlFor={`${id}words`} className={styles['label']}>
        {says.FIND_FIELD}
      </label>
      <input
        ref={field}
        id={`${id}words`}
        className={styles['words']}
        type="text"
        role="combobox"
        aria-expanded={found > 0}
        aria-controls={`${id}results`}
        aria-autocomplete="list"
        aria-activedescendant={here === null ? undefined : `${id}${here}`}
        aria-describedby={`${id}hint`}
        autoComplete="off"
        spellCheck={false}
        dir="auto"
        value={words}
        onChange={(event) => onWords(event.target.value)}
        onKeyDown={onKeyDown}
      />
      <p id={`${id}hint`} className={styles['hint']}>
        {says.FIND_HINT}
      </p>
    </>
  )
}
