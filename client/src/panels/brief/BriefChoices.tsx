/**
 * For whom, how it looks, on which paper, and out as a file. The files come from the server: they hold what is saved
 * there. While it is out of reach, Markdown and HTML are made here.
 */
import { DESIGNS, PAPERS, WORDINGS, type Brief, type Design, type Paper } from '@throughline/shared/brief'
import { asAppError } from '@throughline/shared/errors'
import { isLensId } from '@throughline/shared/lenses'
import type { BlockId, EpochMs, MapId } from '@throughline/shared/schema'
import { useEffect, useRef, useState } from 'react'
import { briefFileAddress, fetchBriefFile, type BriefWish } from '../../api/brief.ts'
import { WORDING, WORDING_CHOICES } from '../../text/arrangement.ts'
import { FILE_MADE_HERE, fileWaits } from '../../text/brief-offline.ts'
import { errorText } from '../../text/errors.ts'
import { DISSENT_CHOICES, LIST_DISSENT } from '../../text/proposals.ts'
import { LENS, LENS_CHOICES } from '../../text/lenses.ts'
import { count, sentence } from '../../text/words.ts'
import { Choice, Select } from '../../ui/Field.tsx'
import { saveFile } from '../../ui/save-file.ts'
import styles from './BriefChoices.module.css'

export interface Audience {
  readonly id: BlockId
  readonly words: string
}

export interface BriefChoicesProps {
  readonly map: MapId
  readonly audiences: readonly Audience[]
  /** Whether any wording was kept as dissent. */
  readonly dissents: boolean
  readonly wish: BriefWish
  /** The page as it is shown. */
  readonly brief: Brief
  readonly onWish: (wish: BriefWish) => void
}

const PAPER_OPTIONS = (Object.keys(PAPERS) as Paper[]).map((paper) => ({ value: paper, says: PAPERS[paper].name }))
const DISSENT_OPTIONS = (['0', '1'] as const).map((value) => ({ value, says: DISSENT_CHOICES[value] }))
const DESIGN_OPTIONS = (Object.keys(DESIGNS) as Design[]).map((design) => ({
  value: design,
  says: DESIGNS[design].name,
}))
const WORDING_OPTIONS = WORDINGS.map((value) => ({ value, says: WORDING_CHOICES[value] }))
/** A select's options hold one line. */
const OPTION_LENGTH = 64

export function BriefChoices({ map, audiences, dissents, wish, brief, onWish }: BriefChoicesProps) {
  const options = [
    { value: '', says: 'Everybody' },
    ...audiences.map(({ id, words }) => ({ value: id as string, says: shorten(words) })),
  ]
  return (
    <div className={styles['choices']}>
      {audiences.length > 0 && (
        <Select
          label="For"
          value={wish.audience ?? ''}
          options={options}
          onChoose={(id) => onWish({ ...wish, audience: id === '' ? null : (id as BlockId) })}
        />
      )}
      <Select
        label={LENS}
        value={wish.lens ?? ''}
        options={LENS_CHOICES}
        onChoose={(id) => onWish({ ...wish, lens: isLensId(id) ? id : null })}
      />
      <Choice
        label={WORDING}
        value={wish.wording}
        options={WORDING_OPTIONS}
        onChoose={(wording) => onWish({ ...wish, wording })}
      />
      <Choice
        label="Design"
        value={wish.design}
        options={DESIGN_OPTIONS}
        onChoose={(design) => onWish({ ...wish, design })}
      />
      <Choice
        label="Paper"
        value={wish.paper}
        options={PAPER_OPTIONS}
        onChoose={(paper) => onWish({ ...wish, paper })}
      />
      {dissents && wish.wording === 'now' && (
        <Choice
          label={LIST_DISSENT}
          value={wish.dissent}
          options={DISSENT_OPTIONS}
          onChoose={(dissent) => onWish({ ...wish, dissent })}
        />
      )}
      <Files map={map} wish={wish} brief={brief} />
    </div>
  )
}

function shorten(words: string): string {
  if (words === '') return 'An audience without a statement'
  return words.length > OPTION_LENGTH ? `${words.slice(0, OPTION_LENGTH - 1)}…` : words
}

const FILES = [
  { format: 'pdf', says: 'PDF' },
  { format: 'docx', says: 'Word' },
  { format: 'png', says: 'PNG' },
  { format: 'md', says: 'Markdown' },
  { format: 'html', says: 'HTML' },
] as const
type FileFormat = (typeof FILES)[number]['format']
/** Formats that the server sets as a page, which can take a moment. */
const isSet = (format: FileFormat) => format === 'pdf' || format === 'png'

function Files({ map, wish, brief }: Pick<BriefChoicesProps, 'map' | 'wish' | 'brief'>) {
  const [making, setMaking] = useState<FileFormat | null>(null)
  const [says, setSays] = useState('')
  const going = useRef<AbortController | null>(null)
  useEffect(() => () => going.current?.abort(), [])
  const save = (format: FileFormat) => {
    going.current?.abort()
    const attempt = new AbortController()
    going.current = attempt
    setMaking(format)
    setSays(isSet(format) ? 'The page is being set…' : '')
    fetchBriefFile(map, format, wish, attempt.signal)
      .then(({ blob, name, noRoom }) => {
        saveFile(blob, name)
        setSays(
          noRoom === 0
            ? ''
            : `${sentence(count(noRoom, 'block'))} found no room on the page. ${noRoom === 1 ? 'It is' : 'They are'} on the map.`,
        )
      })
      .catch(async (thrown: unknown) => {
        if (attempt.signal.aborted) return
        const error = asAppError(thrown)
        setSays(error.extra['unreachable'] === true ? await saveHere(brief, format, wish) : errorText(error).says)
      })
      .finally(() => {
        if (going.current === attempt) setMaking(null)
      })
  }
  return (
    <div className={styles['files']}>
      <p className={styles['row']}>
        <span className={styles['label']}>Save as</span>
        {FILES.map(({ format, says: name }) => (
          <a
            key={format}
            className={styles['file']}
            href={briefFileAddress(map, format, wish)}
            download
            aria-busy={making === format}
            onClick={(event) => {
              event.preventDefault()
              if (making !== format) save(format)
            }}
          >
            {name}
          </a>
        ))}
      </p>
      <p role="status" className={styles['says']}>
        {says}
      </p>
    </div>
  )
}

/** Without the server; says what became of it. */
async function saveHere(brief: Brief, format: FileFormat, wish: BriefWish): Promise<string> {
  if (format !== 'md' && format !== 'html') return fileWaits(FILES.find((one) => one.format === format)?.says ?? format)
  const { fileHere } = await import('./file-here.ts')
  const { blob, name } = fileHere(brief, format, wish, Date.now() as EpochMs)
  saveFile(blob, name)
  return FILE_MADE_HERE
}
