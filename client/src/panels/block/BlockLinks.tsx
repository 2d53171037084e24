import { unlinkBlocks } from '@throughline/shared/doc'
import type { Block, Link } from '@throughline/shared/schema'
import { X } from 'lucide-react'
import { useCanWrite, useMap, useMapSnapshot, useSession } from '../../session/hooks.ts'
import { LINK_REMOVED, LINKS_FROM_HERE, LINKS_TO_HERE, NO_LINKS, removeLinkTo } from '../../text/block-panel.ts'
import { LINK } from '../../text/outline.ts'
import { questionFor, KIND_WORDS, RELATION_WORDS } from '../../text/words.ts'
import { Button, IconButton } from '../../ui/Button.tsx'
import { KindGlyph } from '../../ui/KindGlyph.tsx'
import { useLinking } from '../link/use-linking.tsx'
import styles from './BlockPanel.module.css'

/** What it is linked with, in both directions, each with its way there and its way out. */
export function BlockLinks({ block }: { readonly block: Block }) {
  const { links } = useMap()
  const out = links.filter((link) => link.from === block.id)
  const into = links.filter((link) => link.to === block.id)
  return (
    <section className={styles['group']} aria-label="Links">
      {out.length + into.length === 0 && <p className={styles['quiet']}>{NO_LINKS}</p>}
      <LinkList heading={LINKS_FROM_HERE} links={out} block={block} />
      <LinkList heading={LINKS_TO_HERE} links={into} block={block} />
      <LinkWith block={block} />
    </section>
  )
}

interface LinkListProps {
  readonly heading: string
  readonly links: readonly Link[]
  readonly block: Block
}

function LinkList({ heading, links, block }: LinkListProps) {
  if (links.length === 0) return null
  return (
    <>
      <h3 className={styles['heading']}>{heading}</h3>
      <ul className={styles['links']}>
        {links.map((link) => (
          <OneLink key={link.id} link={link} block={block} />
        ))}
      </ul>
    </>
  )
}

function OneLink({ link, block }: { readonly link: Link; readonly block: Block }) {
  const session = useSession()
  const canWrite = useCanWrite()
  const outward = link.from === block.id
  const other = useMapSnapshot(({ map }) => map.blocks.get(outward ? link.to : link.from))
  if (other === undefined) return null
  const says = other.statement === '' ? questionFor(other) : other.statement
  const go = () => {
    session.setView({ selected: [other.id] })
    session.canvas?.showBlocks([other.id])
  }
  const remove = () => {
    session.edit((map) => unlinkBlocks(map, [link]))
    session.say(LINK_REMOVED)
  }
  return (
    <li className={styles['link']}>
      {outward && <span className={styles['relation']}>{RELATION_WORDS[link.relation]}</span>}
      <button type="button" className={styles['other']} onClick={go}>
        <KindGlyph kind={other.kind} tinted />
        <span className="only-heard">{KIND_WORDS[other.kind]}: </span>
        <span dir="auto">{says}</span>
      </button>
      {!outward && <span className={styles['relation']}>{RELATION_WORDS[link.relation]} this</span>}
      {canWrite && <IconButton name={removeLinkTo(says)} icon={<X size={16} strokeWidth={1.5} />} onClick={remove} />}
    </li>
  )
}

/** By keyboard, and where there is no canvas to pull a line on. */
function LinkWith({ block }: { readonly block: Block }) {
  const canWrite = useCanWrite()
  const { dialog, ask } = useLinking()
  if (!canWrite) return null
  return (
    <div className={styles['acts']}>
      <Button look="text" onClick={() => ask({ is: 'link', block: block.id })}>
        {LINK}
      </Button>
      {dialog}
    </div>
  )
}
