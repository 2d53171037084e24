/**
 * A section of the whole map. Below a statement stands what is said of it; in the editorial and the bold design whom a
 * value is for stands beside it, and in the editorial one proofs are numbered notes at the foot of a page.
 */
import {
  isLead,
  isTitled,
  lookOf,
  sayMore,
  type Brief,
  type BriefSection,
  type Design,
  type Language,
  type PageItem,
  type PageLine,
  type SectionId,
} from '@throughline/shared/brief'
import type { BlockKind, Status } from '@throughline/shared/schema'
import type { ReactNode } from 'react'
import { KIND_WORDS, STATUS_WORDS } from '../../../text/words.ts'
import { KindGlyph } from '../../../ui/KindGlyph.tsx'
import { StatusGlyph } from '../../../ui/StatusGlyph.tsx'
import { Entry, linesOfItem, Statement, Words } from './parts.tsx'
import styles from './WholeMap.module.css'

export interface Setting {
  readonly design: Design
  readonly language: Language
  /** Whether proofs stand at the foot, as numbered notes. */
  readonly noted: boolean
  /** On the ink of the bold design. */
  readonly onInk: boolean
}

export interface SectionProps extends Setting {
  readonly section: BriefSection
  readonly items: readonly PageItem[]
  readonly brief: Brief
  /** Items that the page has no room for. */
  readonly more: number
}

export function WholeSection({ section, items, brief, more, ...setting }: SectionProps) {
  const look = lookOf(section, brief)
  // On the ink only the parts of a lens are named: the rest speaks for itself there. In the editorial design all is named in the margin.
  const isNamed = setting.onInk || setting.design === 'editorial' ? brief.lens !== undefined : isTitled(section, brief)
  return (
    <section
      className={`${styles['section']} ${styles[look]} ${setting.onInk ? styles['ink'] : ''}`}
      aria-label={section.heading}
    >
      {isNamed && <h2 className={styles['heading']}>{section.heading}</h2>}
      <div className={styles['items']}>
        {items.map((page, at) => (
          <Item
            key={page.item.block}
            page={page}
            look={look}
            leads={isLead(section, at, brief)}
            isFirst={at === 0}
            {...setting}
          />
        ))}
      </div>
      {more > 0 && (
        <p className={styles['line']}>
          <bdi>{sayMore(more)}</bdi>
        </p>
      )}
    </section>
  )
}

interface ItemProps extends Setting {
  readonly page: PageItem
  readonly look: SectionId
  /** Whether it is the sentence that the page begins with. */
  readonly leads: boolean
  readonly isFirst: boolean
}

function Item({ page, look, leads, isFirst, ...setting }: ItemProps) {
  const { design, language, noted, onInk } = setting
  const isAlone = look === 'audiences' || look === 'proofs'
  const { lines, numbers } = linesOfItem(page, noted)
  const beside = onInk || look !== 'values' ? [] : lines.filter((line) => standsBeside(line, design))
  const said = lines.filter((line) => !beside.includes(line))
  return (
    <div className={styles['item']}>
      {design === 'editorial' && (!isAlone || isFirst) && <MarginNote page={page} isAlone={isAlone} />}
      <div className={styles['says']}>
        {design === 'bold' && isAlone && !onInk && <Sign kind={page.item.kind} />}
        <Statement
          page={page}
          place={onInk ? 'ink' : isAlone ? 'alone' : 'argument'}
          design={design}
          language={language}
          leads={leads}
          numbers={numbers}
        />
        {said.map((line, at) => (
          <Line key={at} line={line} design={design} language={language} />
        ))}
      </div>
      {beside.length > 0 && (
        <div className={styles['beside']}>
          {beside.map((line, at) => (
            <Line key={at} line={line} design={design} language={language}>
              {line.is === 'remark' && page.item.status === 'draft' && <DraftSign />}
            </Line>
          ))}
        </div>
      )}
    </div>
  )
}

/** In a column of its own beside a value: whom it is for, and what is not said of the value itself. */
function standsBeside(line: PageLine, design: Design): boolean {
  if (design === 'quiet' || line.is === 'lead') return false
  return line.is !== 'fact' || (design === 'editorial' && line.name === 'alternative')
}

/** What it is and how settled, in the margin; of what stands by itself, only what it is. */
function MarginNote({ page: { item }, isAlone }: { readonly page: PageItem; readonly isAlone: boolean }) {
  return (
    <p className={styles['note']}>
      <span className={`${styles['kind']} ${styles[`is-${item.kind}`]}`}>
        <KindGlyph kind={item.kind} size={12} tinted /> {KIND_WORDS[item.kind]}
      </span>
      {!isAlone && <StatusNote status={item.status} />}
    </p>
  )
}

export function StatusNote({ status }: { readonly status: Status }) {
  return (
    <span className={styles['status']}>
      <StatusGlyph status={status} size={12} /> {STATUS_WORDS[status]}
    </span>
  )
}

function Sign({ kind }: { readonly kind: BlockKind }) {
  return (
    <span className={styles['sign']}>
      <KindGlyph kind={kind} size={13} tinted />
    </span>
  )
}

function DraftSign() {
  return (
    <span className={styles['sign']}>
      <StatusGlyph status="draft" size={13} />
    </span>
  )
}

interface LineProps {
  readonly line: PageLine
  readonly design: Design
  readonly language: Language
  /** A sign before the words. */
  readonly children?: ReactNode
}

function Line({ line, design, language, children }: LineProps) {
  switch (line.is) {
    case 'lead':
      return (
        <p className={styles['lead']}>
          {design === 'editorial' && line.opening !== '' && <Label design={design}>{line.opening}</Label>}
          <Words text={line.text} language={language} />
        </p>
      )
    case 'fact':
      return (
        <p className={styles['line']}>
          <Label design={design}>{line.label}</Label>
          <Words text={line.text} language={language} />
        </p>
      )
    case 'audience':
      return (
        <p className={`${styles['line']} ${styles['audience']}`}>
          {design === 'quiet' ? <Label design={design}>{line.label}</Label> : <Sign kind="audience" />}
          <Entry entry={line.entry} isProof={false} language={language} as="b" />
        </p>
      )
    case 'proof':
      return (
        <p className={styles['quoted']}>
          {design === 'bold' && <Sign kind="proof" />}
          <Entry entry={line.entry} isProof language={language} as="i" />
        </p>
      )
    case 'remark':
      return (
        <p className={`${styles['line']} ${styles['remark']}`}>
          {design === 'bold' && children}
          <bdi>{line.text}</bdi>
        </p>
      )
  }
}

/** In the editorial design a label is the beginning of a sentence. */
function Label({ design, children }: { readonly design: Design; readonly children: string }) {
  return (
    <>
      <b className={styles['label']}>{design === 'editorial' ? `${children}.` : children}</b>{' '}
    </>
  )
}
