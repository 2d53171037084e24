/** Every block that somebody tells, the farthest apart first, with its voices side by side. */
import type { BlockDrift } from '@throughline/shared/drift'
import type { BlockId, Voice } from '@throughline/shared/schema'
import { useState } from 'react'
import { BY_DRIFT, driftFigure, moreBlocks, NOTHING_TOLD, wordsInCommon } from '../../text/tellings.ts'
import { voiceLetters } from '../../text/voice-letters.ts'
import { questionFor, KIND_WORDS } from '../../text/words.ts'
import { Button } from '../../ui/Button.tsx'
import { KindGlyph } from '../../ui/KindGlyph.tsx'
import { MarkedWords } from './MarkedWords.tsx'
import styles from './TellingsPanel.module.css'

/** As many as one reads before one asks for more. */
const AT_FIRST = 30

export interface MapTellingsProps {
  readonly drifts: readonly BlockDrift[]
  readonly voices: readonly Voice[]
  readonly onChoose: (id: BlockId) => void
}

export function MapTellings({ drifts, voices, onChoose }: MapTellingsProps) {
  const [many, setMany] = useState(AT_FIRST)
  if (drifts.length === 0) return <p className={styles['empty']}>{NOTHING_TOLD}</p>
  return (
    <>
      <p className={styles['order']}>{BY_DRIFT}</p>
      <ol className={styles['list']}>
        {drifts.slice(0, many).map((each) => (
          <OneBlock key={each.block.id} each={each} voices={voices} onChoose={onChoose} />
        ))}
      </ol>
      {drifts.length > many && (
        <Button look="text" onClick={() => setMany(many + AT_FIRST)}>
          {moreBlocks(Math.min(AT_FIRST, drifts.length - many))}
        </Button>
      )}
    </>
  )
}

interface OneBlockProps extends Pick<MapTellingsProps, 'voices' | 'onChoose'> {
  readonly each: BlockDrift
}

function OneBlock({ each: { block, drift }, voices, onChoose }: OneBlockProps) {
  const readingOf = (teller: string | null) => drift.readings.find((reading) => reading.teller === teller)
  const statement = readingOf(null)
  return (
    <li className={styles['entry']} data-kind={block.kind}>
      <button type="button" className={styles['choose']} onClick={() => onChoose(block.id)}>
        <KindGlyph kind={block.kind} tinted />
        <span className="only-heard">{KIND_WORDS[block.kind]}: </span>
        <span dir="auto">
          {statement === undefined ? <em>{questionFor(block)}</em> : <MarkedWords reading={statement} drift={drift} />}
        </span>
      </button>
      <dl className={styles['told']}>
        {voiceLetters(voices, block.tellings).map(({ id, name, letters }) => {
          const reading = readingOf(id)
          return reading === undefined ? null : (
            <div key={id}>
              <dt title={name}>
                <span aria-hidden="true">{letters}</span>
                <span className="only-heard">{name}</span>
              </dt>
              <dd dir="auto">
                <MarkedWords reading={reading} drift={drift} />
              </dd>
            </div>
          )
        })}
      </dl>
      {drift.figure !== null && (
        <p className={styles['meta']}>
          {driftFigure(drift.figure)}. {drift.counts.inCommon} {wordsInCommon(drift.counts.words)}.
        </p>
      )}
    </li>
  )
}
