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
            <p className={styles['subject']}>
              <bdi>{brief.subject.trim() === '' ? title : brief.subject}</bdi>
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
        <footer className={styles['foot']}>
          <bdi>{title}</bdi>. <bdi>{[foot, sayLacks(brief), sayLeftOut(shortened)].join(' ')}</bdi>
        </footer>
      </article>
    </div>
  )
}

function Category({ brief }: { readonly brief: Brief }) {
  if (brief.lens !== undefined) return <p>{brief.lens.name}</p>
  const items = brief.sections.flatMap((section) => section.items)
  const category = items.find(({ kind }) => kind === 'purpose')?.fields.category
  return category === undefined ? null : (
    <p>
      <bdi>{category}</bdi>
    </p>
  )
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
      {more > 0 && (
        <p className={styles['line']}>
          <bdi>{sayMore(more)}</bdi>
        </p>
      )}
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
      <Heading className={styles[item.kind]}>
        <Words text={said} language={language} />
      </Heading>
      {sayLines(item).map((line, at) => (
        <p key={at} className={styles['lead']}>
          <Words text={line} language={language} />
        </p>
      ))}
      {item.kind === 'proof' && (
        <p className={styles['line']}>
          <Origin entry={item} />
        </p>
      )}
      {item.audiences.map((entry) => (
        <p key={entry.block} className={styles['line']}>
          <Label>For</Label> <Words text={entry.text} language={language} /> <More entry={entry} language={language} />
        </p>
      ))}
      {factsInPlace(item).map(({ name, label, text }) => (
        <p key={name} className={styles['line']}>
          <Label>{label}</Label> <Words text={text} language={language} />
        </p>
      ))}
      {item.proofs.map((entry) => (
        <Proof key={entry.block} entry={entry} language={language} />
      ))}
      {item.open !== '' && (
        <p className={styles['line']}>
          <bdi>{item.open}</bdi>
        </p>
      )}
    </div>
  )
}

interface WordsProps {
  readonly text: string
  readonly language: Language
}

/**
 * Words in their own direction and language, on a line that runs as the page does: the label before them and the date
 * behind stay where they are.
 */
function Words({ text, language }: WordsProps) {
  return <bdi lang={ownLanguage(text, language) || undefined}>{text}</bdi>
}

function Proof({ entry, language }: { readonly entry: BriefEntry; readonly language: Language }) {
  if (entry.repeated)
    return (
      <p className={styles['line']}>
        <bdi>{sayRepeated(entry)}</bdi>
      </p>
    )
  return (
    <p className={styles['quoted']}>
      <i>
        <Words text={entry.text} language={language} />
      </i>{' '}
      <Origin entry={entry} /> <More entry={entry} language={language} />
    </p>
  )
}

/** The category stands in the head of the page already. */
function factsInPlace(item: BriefItem): ReturnType<typeof factsOf> {
  return item.said ?? factsOf(item).filter(({ name }) => name !== 'category')
}

const Label = ({ children }: { readonly children: ReactNode }) => <b className={styles['label']}>{children}</b>

function More({ entry, language }: { readonly entry: BriefEntry; readonly language: Language }) {
  const lines = sayLines(entry).map((text) => ({ label: '', text }))
  return (
    <>
      {entry.status === 'draft' && (
        <span className={styles['more']}>
          <bdi>Draft.</bdi>
        </span>
      )}
      {[...lines, ...factsOf(entry)].map(({ label, text }, at) => (
        <span key={at} className={`${styles['more']} ${styles['below']}`}>
          {label !== '' && `${label}: `}
          <Words text={text} language={language} />
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
    // A date stays on one line.
    on.replaceAll(' ', '\u00A0'),
  ].filter((part) => part !== '')
  if (parts.length === 0) return null
  return (
    <span className={styles['more']}>
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
