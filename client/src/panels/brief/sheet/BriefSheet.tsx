/**
 * The page itself, always on white, in any of the three designs: as the printed one is set, so that whoever looks at it
 * knows what will lie on the table. Where it is no wider than a hand it is text to read. Says the same as every other
 * form of the brief, because all of them take what stands on a page, and in which words, from `shared/brief`.
 */
import {
  endsOpen,
  headCategory,
  isOnInk,
  isSparse,
  languageOf,
  largeOf,
  NOTHING_YET,
  pageItems,
  sayLacks,
  sayLeftOut,
  sayLogo,
  titleOf,
  type Brief,
  type BriefSection,
  type Design,
  type Language,
  type PageItem,
  type Paper,
  type Shortened,
} from '@throughline/shared/brief'
import type { CSSProperties } from 'react'
import styles from './BriefSheet.module.css'
import { ProofNotes } from './ProofNotes.tsx'
import { LensSection } from './ThroughLens.tsx'
import { useOnePage } from './use-one-page.ts'
import { WholeSection } from './WholeMap.tsx'

export interface BriefSheetProps {
  readonly brief: Brief
  readonly paper: Paper
  readonly design: Design
  /** What stands at the foot: which state of the map this is. */
  readonly foot: string
  /** Where the picture of the brief's logo is. */
  readonly logo?: string | undefined
}

export function BriefSheet({ brief: whole, paper, design, foot, logo }: BriefSheetProps) {
  const { page, shortened, isPaged } = useOnePage(whole, paper, design)
  const { brief } = shortened
  const language = languageOf(brief)
  const title = titleOf(brief)
  const sparse = isSparse(brief)
  const classes = [styles['sheet'], styles[paper], language.certain ? styles['hyphens'] : '']
  return (
    <div className={styles['frame']}>
      <article
        ref={page}
        className={classes.join(' ')}
        data-design={design}
        data-lens={brief.lens === undefined ? undefined : ''}
        data-sparse={sparse ? '' : undefined}
        data-paged={isPaged ? '' : undefined}
        lang={language.lang}
        dir={language.dir}
        aria-label={`Brief: ${title}`}
        style={
          {
            '--page-large': largeOf(brief, design),
            ...(brief.accent !== undefined && { '--page-thread': brief.accent, '--page-name': brief.accent }),
          } as CSSProperties
        }
      >
        {logo !== undefined && design !== 'bold' && <Logo source={logo} brief={brief} />}
        <Body {...{ shortened, design, language, sparse, isPaged }} />
        <footer className={styles['foot']}>
          {logo !== undefined && design === 'bold' && <Logo source={logo} brief={brief} />}
          <p>
            <bdi>{title}</bdi>. <bdi>{[foot, sayLacks(brief), sayLeftOut(shortened)].filter(Boolean).join(' ')}</bdi>
          </p>
        </footer>
      </article>
    </div>
  )
}

interface BodyProps {
  readonly shortened: Shortened
  readonly design: Design
  readonly language: Language
  readonly sparse: boolean
  readonly isPaged: boolean
}

function Body({ shortened: { brief, more }, design, language, sparse, isPaged }: BodyProps) {
  const noted = design === 'editorial' && isPaged
  const counter = { proofs: 0 }
  const wording = { design, category: headCategory(brief), count: () => (counter.proofs += 1) }
  const parts = brief.sections.map((section): Part => {
    const onInk = design === 'bold' && isOnInk(section, brief, sparse)
    return { section, items: pageItems(section, brief, sparse, wording), onInk }
  })
  const setAll = (all: readonly Part[]) =>
    all.map((part) => {
      const Section = brief.lens === undefined || part.onInk ? WholeSection : LensSection
      const { id } = part.section
      return <Section key={id} brief={brief} more={more[id] ?? 0} {...{ design, language, noted, ...part }} />
    })
  const nothing = parts.length === 0 && <p className={styles['empty']}>{NOTHING_YET}</p>
  if (design === 'bold') {
    const isNamed = brief.lens !== undefined && !parts.some(({ onInk }) => onInk)
    return (
      <div className={styles['body']}>
        <div className={styles['dark']}>
          <Head brief={brief} named={isNamed} />
          {isNamed && <p className={styles['name']}>{brief.lens.name}</p>}
          {nothing}
          {setAll(parts.filter(({ onInk }) => onInk))}
        </div>
        {setAll(parts.filter(({ onInk }) => !onInk))}
      </div>
    )
  }
  // The thread ends below the last value where nothing holds that one, else below everything.
  const isOpen = design === 'editorial' && endsOpen(brief)
  const end = isOpen ? parts.findIndex(({ section }) => section.id === 'values') + 1 : parts.length
  const [threaded, below] = [parts.slice(0, end), parts.slice(end)]
  return (
    <div className={styles['body']}>
      <div
        className={`${styles['thread']} ${isOpen ? styles['open'] : ''}`}
        style={{ flexGrow: Math.max(1, threaded.flatMap(({ items }) => items).length - 1) }}
      >
        <Head brief={brief} />
        {nothing}
        {setAll(threaded)}
      </div>
      {setAll(below)}
      {noted && <ProofNotes items={parts.flatMap(({ items }) => items)} language={language} />}
    </div>
  )
}

interface Part {
  readonly section: BriefSection
  readonly items: readonly PageItem[]
  readonly onInk: boolean
}

function Head({ brief, named = false }: { readonly brief: Brief; readonly named?: boolean }) {
  // Where the page has it for a title already, it is said once.
  const category = named ? '' : headCategory(brief)
  return (
    <header className={styles['head']}>
      <p className={styles['subject']}>
        <bdi>{brief.subject.trim() === '' ? titleOf(brief) : brief.subject}</bdi>
      </p>
      {category !== '' && (
        <p>
          <bdi>{category}</bdi>
        </p>
      )}
    </header>
  )
}

function Logo({ source, brief }: { readonly source: string; readonly brief: Brief }) {
  return <img className={styles['logo']} src={source} alt={sayLogo(brief)} />
}
