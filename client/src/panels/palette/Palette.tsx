/** Everything that can be done to a map, and its blocks by their words, under the fingers of one hand. */
import { find, fold, type FoundBlock } from '@throughline/shared/finding'
import type { Voice } from '@throughline/shared/schema'
import { useEffect, useId, useState, type HTMLAttributes, type KeyboardEvent } from 'react'
import { useMap } from '../../session/hooks.ts'
import * as says from '../../text/commands.ts'
import { Dialog } from '../../ui/Dialog.tsx'
import { BlockFound } from '../find/FoundRow.tsx'
import styles from './Palette.module.css'

export interface PaletteCommand {
  readonly id: string
  readonly says: string
  /** `''` where it has none. */
  readonly keys: string
}

export interface PaletteProps {
  readonly commands: readonly PaletteCommand[]
  readonly onCommand: (id: string) => void
  readonly onBlock: (block: FoundBlock['block']) => void
  readonly onClose: () => void
}

const MOST_BLOCKS = 8

/** The key is let go when the dialog is gone, and on the canvas that would open the chosen block for writing. */
function keepLettingGo(): void {
  window.addEventListener('keyup', (event) => event.stopPropagation(), { capture: true, once: true })
}

type Row = { readonly command: PaletteCommand } | { readonly found: FoundBlock }

export function Palette({ commands, onCommand, onBlock, onClose }: PaletteProps) {
  const map = useMap()
  const [words, setWords] = useState('')
  const [at, setAt] = useState(0)
  const id = useId()
  const wanted = fold(words)
    .text.split(/\s+/)
    .filter((word) => word !== '')
  const doing = commands.filter(({ says: name }) => wanted.every((word) => fold(name).text.includes(word)))
  const blocks = find(map, { words }, '')
    .filter((found) => found.is === 'block')
    .slice(0, MOST_BLOCKS)
  const rows: readonly Row[] = [...doing.map((command) => ({ command })), ...blocks.map((found) => ({ found }))]
  useEffect(() => {
    document.getElementById(`${id}${at}`)?.scrollIntoView({ block: 'nearest' })
  }, [id, at])
  const choose = (row: Row | undefined) => {
    if (row === undefined) return
    if ('command' in row) onCommand(row.command.id)
    else onBlock(row.found.block)
  }
  const onKeyDown = (event: KeyboardEvent) => {
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key]
    if (step !== undefined && rows.length > 0) setAt((at + step + rows.length) % rows.length)
    else if (event.key === 'Enter') {
      keepLettingGo()
      choose(rows[at])
    } else return
    event.preventDefault()
  }
  const option = (index: number) => ({
    id: `${id}${index}`,
    role: 'option',
    tabIndex: -1,
    'aria-selected': index === at,
    className: styles['row'],
    onClick: () => choose(rows[index]),
  })
  return (
    <Dialog title={says.PALETTE} onClose={onClose}>
      <input
        className={styles['field']}
        type="text"
        role="combobox"
        aria-label={says.PALETTE_FIELD}
        placeholder={says.PALETTE_FIELD}
        aria-expanded={rows.length > 0}
        aria-controls={`${id}rows`}
        aria-autocomplete="list"
        aria-activedescendant={rows.length === 0 ? undefined : `${id}${at}`}
        autoComplete="off"
        spellCheck={false}
        dir="auto"
        value={words}
        onChange={(event) => {
          setWords(event.target.value)
          setAt(0)
        }}
        onKeyDown={onKeyDown}
      />
      <div id={`${id}rows`} role="listbox" aria-label={says.PALETTE_RESULTS} className={styles['rows']}>
        <Rows doing={doing} blocks={blocks} voices={map.voices} option={option} />
      </div>
      <p role="status" className={styles['nothing']}>
        {rows.length === 0 && says.PALETTE_NOTHING}
      </p>
    </Dialog>
  )
}

interface RowsProps {
  readonly doing: readonly PaletteCommand[]
  readonly blocks: readonly FoundBlock[]
  readonly voices: readonly Voice[]
  /** By its place among all rows. */
  readonly option: (at: number) => HTMLAttributes<HTMLDivElement>
}

function Rows({ doing, blocks, voices, option }: RowsProps) {
  return (
    <>
      {doing.length > 0 && (
        <div role="group" aria-label={says.PALETTE_COMMANDS}>
          {doing.map((command, index) => (
            <div key={command.id} {...option(index)}>
              <span>{command.says}</span>
              {command.keys !== '' && <kbd aria-hidden="true">{command.keys}</kbd>}
            </div>
          ))}
        </div>
      )}
      {blocks.length > 0 && (
        <div role="group" aria-label={says.PALETTE_BLOCKS} className={styles['blocks']}>
          {blocks.map((found, index) => (
            <div key={found.block.id} {...option(doing.length + index)}>
              <span className={styles['block']}>
                <BlockFound found={found} voices={voices} />
              </span>
            </div>
          ))}
        </div>
      )}
    </>
  )
}
