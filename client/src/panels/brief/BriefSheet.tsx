/**
 * The page itself, in any of the three designs, always on white; as text to read, so simpler than the one that prints.
 * Says the same as every other form of the brief, because all of them take their fixed words from `shared/brief`.
 */
import {
  factsOf,
  isLead,
  isTitled,
  languageOf,
  lookOf,
  NOTHING_YET,
  originOf,
  ownLanguage,
  originStop,
  sayLacks,
  sayLeftOut,
  sayLines,
  sayMore,
  sayLogo,
  sayRepeated,
  titleOf,
  type Brief,
  type BriefEntry,
  type BriefItem,
  type BriefSection,
  type Design,
  type Language,
  type Paper,
} from '@throughline/shared/brief'
import type { CSSProperties, ReactNode } from 'react'
import styles from './BriefSheet.module.css'
import { useOnePage } from './use-one-page.ts'

export interface BriefSheetProps {
  readonly brief: Brief
  readonly paper: Paper
  readonly design: Design
  /** What stands at the foot: which state of the map this is. */
  readonly foot: string
  /** Where the picture of the brief's logo is. */
  readonly logo?: string | undefined
}

export function BriefSheet({ brief, paper, design, foot, logo }: BriefSheetProps) {
  const language = languageOf(brief)
  const [page, shortened] = useOnePage(brief, paper, design)
  const title = titleOf(brief)
  const { sections } = shortened.brief
  return (
    <div className={styles['frame']}>
      <article
        ref={page}
        className={`${styles['sheet']} ${styles[paper]} ${styles[design]} ${language.certain ? styles['hyphens'] : ''}`}
        lang={language.lang}
        dir={language.dir}
        aria-label={`Brief: ${title}`}
        style={
          brief.accent === undefined
            ? undefined
            : ({ '--page-thread': brief.accent, '--page-name': brief.accent } as CSSProperties)
        }
      >
        <div className={styles['content']}>
          {logo !== undefined && <img className={styles['logo']} src={logo} alt={sayLogo(brief)} />}
          <header className={styles['head']}>
            <p className={styles['subject']} dir="auto">
              {brief.subject.trim() === '' ? title : brief.subject}
            </p>
            <Category brief={brief} />
          </header>
          {sections.length === 0 && <p className={styles['empty']}>{NOTHING_YET}</p>}
          {sections.map((section) => (
            <Section
              key={section.id}
              section={section}
              brief={shortened.brief}
              language={language}
              more={shortened.more[section.id] ?? 0}
            />
          ))}
        </div>
        <footer className={styles['foot']} dir="auto">
          {title}. {foot} {sayLacks(brief)} {sayLeftOut(shortened)}
        </footer>
      </article>
    </div>
  )
}

function Category({ brief }: { readonly brief: Brief }) {
  if (brief.lens !== undefined) return <p>{brief.lens.name}</p>
  const items = brief.sections.flatMap((section) => section.items)
  const category = items.find(({ kind }) => kind === 'purpose')?.fields.category
  return category === undefined ? null : <p dir="auto">{category}</p>
}

interface SectionProps {
  readonly section: BriefSection
  readonly brief: Brief
  readonly language: Language
  /** Items that the page has no room for. */
  readonly more: number
}

function Section({ section, brief, language, more }: SectionProps) {
  const { heading, items } = section
  const look = lookOf(section, brief)
  const titled = isTitled(section, brief)
  return (
    <section
      className={`${styles['section']} ${look === 'purpose' || look === 'values' ? styles[look] : styles['loose']}`}
      aria-label={heading}
    >
      {titled && <h2 className={styles['heading']}>{heading}</h2>}
      {items.map((item, at) => (
        <Item key={item.block} item={item} language={language} first={isLead(section, at, brief)} />
      ))}
      {more > 0 && <p className={styles['line']}>{sayMore(more)}</p>}
    </section>
  )
}

interface ItemProps {
  readonly item: BriefItem
  readonly language: Language
  readonly first: boolean
}

function Item({ item, language, first }: ItemProps) {
  const said = item.repeated ? sayRepeated(item) : item.text
  const Heading = item.kind === 'purpose' ? (first ? 'h1' : 'h2') : item.kind === 'value' ? 'h2' : 'h3'
  return (
    <div className={styles['item']} data-brief-block={item.block}>
      <Heading className={styles[item.kind]} {...inLanguage(said, language)}>
        {said}
      </Heading>
      {sayLines(item).map((line, at) => (
        <p key={at} className={styles['lead']} {...inLanguage(line, language)}>
          {line}
        </p>
      ))}
      {item.kind === 'proof' && (
        <p className={styles['line']}>
          <Origin entry={item} />
        </p>
      )}
      {item.audiences.map((entry) => (
        <p key={entry.block} className={styles['line']} {...inLanguage(entry.text, language)}>
          <Label>For</Label> {entry.text} <More entry={entry} />
        </p>
      ))}
      {factsInPlace(item).map(({ name, label, text }) => (
        <p key={name} className={styles['line']} {...inLanguage(text, language)}>
          <Label>{label}</Label> {text}
        </p>
      ))}
      {item.proofs.map((entry) => (
        <Proof key={entry.block} entry={entry} language={language} />
      ))}
      {item.open !== '' && <p className={styles['line']}>{item.open}</p>}
    </div>
  )
}

/** For voices, and for the rules that words are hyphenated by. */
function inLanguage(text: string, language: Language) {
  return { dir: 'auto', lang: ownLanguage(text, language) || undefined } as const
}

function Proof({ entry, language }: { readonly entry: BriefEntry; readonly language: Language }) {
  if (entry.repeated)
    return (
      <p className={styles['line']} dir="auto">
        {sayRepeated(entry)}
      </p>
    )
  return (
    <p className={styles['quoted']} {...inLanguage(entry.text, language)}>
      <i>{entry.text}</i> <Origin entry={entry} /> <More entry={entry} />
    </p>
  )
}

/** The category stands in the head of the page already. */
function factsInPlace(item: BriefItem): ReturnType<typeof factsOf> {
  return item.said ?? factsOf(item).filter(({ name }) => name !== 'category')
}

const Label = ({ children }: { readonly children: ReactNode }) => <b className={styles['label']}>{children}</b>

function More({ entry }: { readonly entry: BriefEntry }) {
  const parts = [...sayLines(entry), ...factsOf(entry).map(({ label, text }) => `${label}: ${text}`)]
  return (
    <>
      {entry.status === 'draft' && <span className={styles['more']}>Draft.</span>}
      {parts.map((part, at) => (
        <span key={at} className={`${styles['more']} ${styles['below']}`}>
          {part}
        </span>
      ))}
    </>
  )
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
    on,
  ].filter((part) => part !== '')
  if (parts.length === 0) return null
  return (
    <span className={styles['more']}>
      {parts.map((part, at) => (
        <span key={at}>
          {at > 0 && ', '}
          {part}
        </span>
      ))}
      {originStop(entry)}
    </span>
  )
}
