/** A part of a lens: what the framework calls a thing stands beside it, in a column of its own or in the margin. */
import { isLead, lookOf, sayMore, type PageItem, type PageLine } from '@throughline/shared/brief'
import { Entry, linesOfItem, Statement, Words } from './parts.tsx'
import styles from './ThroughLens.module.css'
import { StatusNote, type SectionProps, type Setting } from './WholeMap.tsx'

export function LensSection({ section, items, brief, more, ...setting }: SectionProps) {
  const look = lookOf(section, brief)
  const isFirst = brief.sections[0]?.id === section.id
  const isList = items.every(({ lines }) => lines.length === 0) && !(isFirst && look === 'purpose')
  return (
    <section
      className={`${styles['part']} ${isList ? styles['list'] : look === 'values' ? styles['values'] : ''}`}
      aria-label={section.heading}
    >
      {items.map((page, at) => (
        <Item
          key={page.item.block}
          page={page}
          heading={at === 0 ? section.heading : ''}
          isList={isList}
          leads={isLead(section, at, brief)}
          {...setting}
        />
      ))}
      {more > 0 && (
        <p className={styles['rest']}>
          <bdi>{sayMore(more)}</bdi>
        </p>
      )}
    </section>
  )
}

interface ItemProps extends Setting {
  readonly page: PageItem
  /** What the framework calls the part that begins here. */
  readonly heading: string
  readonly isList: boolean
  readonly leads: boolean
}

function Item({ page, heading, isList, leads, design, language, noted }: ItemProps) {
  const { lines: rows, numbers } = linesOfItem(page, noted)
  const hasStatus = design === 'editorial' && !isList
  return (
    <div className={styles['item']}>
      {(heading !== '' || hasStatus) && (
        <div className={styles['names']}>
          {heading !== '' && <h2 className={styles['heading']}>{heading}</h2>}
          {hasStatus && (
            <p>
              <StatusNote status={page.item.status} />
            </p>
          )}
        </div>
      )}
      <div className={styles['statement']}>
        <Statement
          page={page}
          place={isList ? 'list' : 'lens'}
          design={design}
          language={language}
          leads={leads}
          numbers={numbers}
        />
      </div>
      {rows.length > 0 && (
        <div className={styles['rows']}>
          {rows.map((line, at) => (
            <Row key={at} line={line} language={language} />
          ))}
        </div>
      )}
    </div>
  )
}

function Row({ line, language }: { readonly line: PageLine; readonly language: Setting['language'] }) {
  if (line.is === 'remark' || line.is === 'lead') {
    return (
      <p className={`${styles['row']} ${styles['remark']}`}>
        <span className={styles['said']}>
          <bdi>{line.text}</bdi>
        </span>
      </p>
    )
  }
  const opens = line.is === 'fact' && line.opens
  return (
    <p className={`${styles['row']} ${opens ? styles['opens'] : ''}`}>
      <b className={styles['label']}>{line.label}</b>{' '}
      <span className={styles['said']}>
        {line.is === 'fact' ? (
          <Words text={line.text} language={language} />
        ) : (
          <Entry
            entry={line.entry}
            isProof={line.is === 'proof'}
            language={language}
            {...(line.is === 'proof' && { as: 'i' })}
          />
        )}
      </span>
    </p>
  )
}
