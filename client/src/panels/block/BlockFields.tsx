import { setField, setOwner, setTags } from '@throughline/shared/doc'
import { fieldNamesOf, fieldTypeOf, LIMITS, type Block, type FieldName } from '@throughline/shared/schema'
import { useMemo } from 'react'
import { useMap, useMapSnapshot, usePeers, useSession } from '../../session/hooks.ts'
import { valueKey } from '../../session/presence.ts'
import { FIELD_HINTS, NOT_SAID, OWNER, OWNER_HINT, TAGS, TAGS_HINT } from '../../text/block-panel.ts'
import { EVIDENCE_WORDS, FIELD_WORDS, KIND_WORDS, REACH_WORDS } from '../../text/words.ts'
import { Select } from '../../ui/Field.tsx'
import { WholeValue } from './WholeValue.tsx'
import styles from './BlockPanel.module.css'

/** The fields of its kind, then owner and tags: whole values, the last to write one wins. */
export function BlockFields({ block }: { readonly block: Block }) {
  const session = useSession()
  const names = useKnownNames()
  return (
    <section className={styles['group']} aria-label={`Fields of a ${KIND_WORDS[block.kind].toLowerCase()}`}>
      {fieldNamesOf(block.kind).map((name) => (
        <OneField key={name} block={block} name={name} />
      ))}
      <WholeValue
        about={valueKey(block.id, 'owner')}
        suggestions={names}
        label={OWNER}
        hint={OWNER_HINT}
        value={block.owner}
        limit={LIMITS.nameLength}
        onCommit={(owner) => session.edit((map) => setOwner(map, block.id, owner))}
      />
      <WholeValue
        about={valueKey(block.id, 'tags')}
        label={TAGS}
        hint={TAGS_HINT}
        value={block.tags.join(', ')}
        limit={LIMITS.tags * LIMITS.tagLength}
        onCommit={(tags) => session.edit((map) => setTags(map, block.id, tags.split(',')))}
      />
    </section>
  )
}

/** Everybody who is here, and whoever owns a block already. */
function useKnownNames(): readonly string[] {
  const { blocks } = useMap()
  const peers = usePeers()
  const mine = useMapSnapshot(({ me }) => me.name)
  return useMemo(() => {
    const owners = [...blocks.values()].map(({ owner }) => owner)
    const names = [mine, ...peers.map(({ name }) => name), ...owners].filter((name) => name !== '')
    return [...new Set(names)].toSorted((a, b) => a.localeCompare(b))
  }, [blocks, peers, mine])
}

function OneField({ block, name }: { readonly block: Block; readonly name: FieldName }) {
  const session = useSession()
  const type = fieldTypeOf(block.kind, name)
  const value = block.fields[name] ?? ''
  const commit = (text: string) => session.edit((map) => setField(map, block.id, name, text))
  if (type === undefined) return null
  if (type.is === 'choice') {
    const options = [
      { value: '', says: NOT_SAID },
      ...type.of.map((choice) => ({ value: choice, says: sayChoice(choice) })),
    ]
    return (
      <Select label={FIELD_WORDS[name]} hint={FIELD_HINTS[name]} value={value} options={options} onChoose={commit} />
    )
  }
  return (
    <WholeValue
      about={valueKey(block.id, name)}
      label={FIELD_WORDS[name]}
      hint={FIELD_HINTS[name]}
      value={value}
      limit={LIMITS.fieldLength}
      date={type.is === 'date'}
      onCommit={commit}
    />
  )
}

function sayChoice(choice: string): string {
  const words: Readonly<Record<string, string>> = { ...REACH_WORDS, ...EVIDENCE_WORDS }
  return words[choice] ?? choice
}
