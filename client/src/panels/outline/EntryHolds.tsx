/** Everything the chosen block holds beside its statement, then its links, each with its way there and its way out. */
import { compareText, type Block, type BlockId, type Voice } from '@throughline/shared/schema'
import { X } from 'lucide-react'
import { useMap } from '../../session/hooks.ts'
import { OWNER, removeLinkTo, TAGS } from '../../text/block-panel.ts'
import { LINKS, RELATION_IN, RELATION_OUT } from '../../text/outline.ts'
import { EVIDENCE_WORDS, FIELD_WORDS, questionFor, KIND_WORDS, REACH_WORDS } from '../../text/words.ts'
import { IconButton } from '../../ui/Button.tsx'
import { KindGlyph } from '../../ui/KindGlyph.tsx'
import type { OutlineActs } from './acts.ts'
import styles from './OutlinePanel.module.css'

export interface EntryHoldsProps {
  readonly block: Block
  readonly voices: readonly Voice[]
  readonly acts: OutlineActs
}

export function EntryHolds({ block, voices, acts }: EntryHoldsProps) {
  const lines = [
    ...(block.detail === '' ? [] : [['Detail', block.detail] as const]),
    ...Object.entries(block.fields).map(
      ([name, value]) => [FIELD_WORDS[name as keyof typeof FIELD_WORDS], sayField(name, value)] as const,
    ),
    ...voices.flatMap(({ id, name }) => {
      const telling = block.tellings.get(id)
      return telling === undefined ? [] : [[name, telling] as const]
    }),
    ...(block.owner === '' ? [] : [[OWNER, block.owner] as const]),
    ...(block.tags.length === 0 ? [] : [[TAGS, block.tags.join(', ')] as const]),
  ]
  return (
    <>
      {lines.length > 0 && (
        <dl className={styles['holds']}>
          {lines.map(([label, text], at) => (
            <div key={at}>
              <dt>{label}</dt>
              <dd dir="auto">{text}</dd>
            </div>
          ))}
        </dl>
      )}
      <EntryLinks id={block.id} acts={acts} />
    </>
  )
}

function sayField(name: string, value: string): string {
  if (name === 'reach') return REACH_WORDS[value as keyof typeof REACH_WORDS] ?? value
  if (name === 'evidence') return EVIDENCE_WORDS[value as keyof typeof EVIDENCE_WORDS] ?? value
  return value
}

function EntryLinks({ id, acts }: { readonly id: BlockId; readonly acts: OutlineActs }) {
  const { blocks, links } = useMap()
  const own = links
    .filter(({ from, to }) => from === id || to === id)
    .toSorted((a, b) => compareText(a.relation, b.relation))
  if (own.length === 0) return null
  return (
    <ul className={styles['links']} aria-label={LINKS}>
      {own.map((link) => {
        const other = blocks.get(link.from === id ? link.to : link.from)
        if (other === undefined) return null
        const says = other.statement === '' ? questionFor(other) : other.statement
        return (
          <li key={link.id}>
            <span className={styles['relation']}>
              {link.from === id ? RELATION_OUT[link.relation] : RELATION_IN[link.relation]}
            </span>
            <button type="button" onClick={() => acts.goTo(other.id)}>
              <KindGlyph kind={other.kind} tinted />
              <span className="only-heard">{KIND_WORDS[other.kind]}: </span>
              <span dir="auto">{says}</span>
            </button>
            {acts.canWrite && (
              <IconButton
                name={removeLinkTo(says)}
                icon={<X size={16} strokeWidth={1.5} />}
                onClick={() => acts.cut(link)}
              />
            )}
          </li>
        )
      })}
    </ul>
  )
}
