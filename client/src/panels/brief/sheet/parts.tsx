/** What the lines of a brief are made of, in all of its designs. */
import {
  DRAFT,
  factsOf,
  originOf,
  originStop,
  ownLanguage,
  sayLines,
  unbrokenParts,
  type BriefEntry,
  type Design,
  type Language,
  type PageItem,
  type PageLine,
} from '@throughline/shared/brief'
import type { ReactNode } from 'react'
import styles from './parts.module.css'
import { styleOf, typeOf, type Place } from './type-of.ts'

interface WordsProps {
  readonly text: string
  readonly language: Language
}

/**
 * Words in their own direction and language, on a line that runs as the page does: the label before them and the date
 * behind stay where they are.
 */
export function Words({ text, language }: WordsProps) {
  return <bdi lang={ownLanguage(text, language) || undefined}>{text}</bdi>
}

interface StatementProps {
  readonly page: PageItem
  readonly place: Place
  readonly design: Design
  readonly language: Language
  /** Whether it is the sentence that the page begins with. */
  readonly leads: boolean
  /** Numbers of its proofs at the foot. */
  readonly numbers?: readonly number[]
}

export function Statement({ page, place, design, language, leads, numbers = [] }: StatementProps) {
  const { item, text, isOrigin, isShort } = page
  const isHead = item.kind === 'purpose' || item.kind === 'value'
  const Heading = leads ? 'h1' : isHead ? 'h2' : 'h3'
  const statement = (
    <Heading
      className={`${styles['statement']} ${styles[place]} ${styles[item.kind]}`}
      style={styleOf(typeOf(design, page, place))}
    >
      <bdi lang={ownLanguage(text, language) || undefined}>
        {unbrokenParts(text).map((part, at) =>
          at % 2 === 0 ? (
            part
          ) : (
            <span key={at} className={styles['unbroken']}>
              {part}
            </span>
          ),
        )}
      </bdi>
      {numbers.length > 0 && <sup className={styles['numbers']}>{numbers.join('\u00A0')}</sup>}
    </Heading>
  )
  if (!isOrigin && !isShort) return statement
  return (
    <div className={styles['run']}>
      {statement}
      <Behind entry={item} isOrigin={isOrigin} isDraft={isShort} />
    </div>
  )
}

export type ProofLine = Extract<PageLine, { readonly is: 'proof' }>

/** The lines that stand with an item, and the proofs of it that stand at the foot of the page, where they do (`noted`). */
export function linesOfItem({ lines }: PageItem, noted: boolean) {
  const proofs = noted ? lines.filter((line): line is ProofLine => line.is === 'proof') : []
  return { lines: lines.filter((line) => line.is !== 'proof' || !noted), numbers: proofs.map(({ number }) => number) }
}

interface EntryProps {
  readonly entry: BriefEntry
  readonly isProof: boolean
  readonly language: Language
  /** The words, where they are marked in a way of their own. */
  readonly as?: 'b' | 'i'
}

/** An audience or a proof: its words, what stands behind them, and what else is known of it. */
export function Entry({ entry, isProof, language, as: Mark }: EntryProps) {
  const words = <Words text={entry.text} language={language} />
  return (
    <>
      {Mark === undefined ? words : <Mark>{words}</Mark>}
      <Behind entry={entry} isOrigin={isProof} isDraft={entry.status === 'draft'} />
      <Notes entry={entry} language={language} />
    </>
  )
}

/** Behind the words: who says so, and that it is a draft. */
function Behind({ entry, isOrigin, isDraft }: { entry: BriefEntry; isOrigin: boolean; isDraft: boolean }) {
  return (
    <>
      {isOrigin && <Origin entry={entry} />}
      {isDraft && (
        <span className={styles['more']}>
          {' '}
          <bdi>{DRAFT}</bdi>
        </span>
      )}
    </>
  )
}

/** Detail and fields of an audience or a proof, each on a line of its own below it. */
function Notes({ entry, language }: { readonly entry: BriefEntry; readonly language: Language }) {
  const lines = sayLines(entry).map((text) => ({ label: '', text }))
  return [...lines, ...factsOf(entry)].map(({ label, text }, at) => (
    <span key={at} className={`${styles['more']} ${styles['below']}`}>
      {label !== '' && `${label}: `}
      <Words text={text} language={language} />
    </span>
  ))
}

function Origin({ entry }: { readonly entry: BriefEntry }) {
  const { by, source, href, on } = originOf(entry)
  const parts: ReactNode[] = [
    by,
    href === '' ? (
      source
    ) : (
      <a key="source" href={href} rel="noreferrer" target="_blank">
        {source}
      </a>
    ),
    // A date stays on one line.
    on.replaceAll(' ', '\u00A0'),
  ].filter((part) => part !== '')
  if (parts.length === 0) return null
  return (
    <span className={styles['more']}>
      {' '}
      {parts.map((part, at) => (
        <span key={at}>
          {at > 0 && ', '}
          {/* The full stop goes with the words that it ends, also where those run against the line. */}
          <bdi>
            {part}
            {at === parts.length - 1 && originStop(entry)}
          </bdi>
        </span>
      ))}
    </span>
  )
}
