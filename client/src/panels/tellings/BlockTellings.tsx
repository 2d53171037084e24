/** One block: its statement, the voices as they say it, who uses which word, and what was said once. */
import type { Drift } from '@throughline/shared/drift'
import type { Block, Voice } from '@throughline/shared/schema'
import { NOBODY_TOLD, SAID_ONCE, STATEMENT_MARK } from '../../text/tellings.ts'
import { voiceLetters, type VoiceLetter } from '../../text/voice-letters.ts'
import { questionFor, KIND_WORDS, sayStatus } from '../../text/words.ts'
import { KindGlyph } from '../../ui/KindGlyph.tsx'
import { shownStatus, StatusGlyph } from '../../ui/StatusGlyph.tsx'
import { DriftInWords } from './DriftInWords.tsx'
import { MarkedWords } from './MarkedWords.tsx'
import { VoiceColumns } from './VoiceColumns.tsx'
import { WordTable } from './WordTable.tsx'
import styles from './TellingsPanel.module.css'

export interface BlockTellingsProps {
  readonly block: Block
  readonly drift: Drift
  readonly voices: readonly Voice[]
}

export function BlockTellings({ block, drift, voices }: BlockTellingsProps) {
  const letters = voiceLetters(voices, block.tellings)
  const statement = drift.readings.find(({ teller }) => teller === null)
  return (
    <article className={styles['block']} data-kind={block.kind}>
      <p className={styles['head']}>
        <span className={styles['kind']}>
          <KindGlyph kind={block.kind} tinted />
          {KIND_WORDS[block.kind]}
        </span>
        <span className={styles['status']}>
          <StatusGlyph status={shownStatus(block)} />
          {sayStatus(block, Date.now())}
        </span>
      </p>
      <p className={styles['statement']} dir="auto">
        {statement === undefined ? <em>{questionFor(block)}</em> : <MarkedWords reading={statement} drift={drift} />}
      </p>
      <VoiceColumns block={block} drift={drift} voices={letters} />
      {block.tellings.size === 0 ? (
        <p className={styles['empty']}>{NOBODY_TOLD}</p>
      ) : (
        <>
          <div className={styles['below']}>
            <WordTable drift={drift} voices={letters} />
            <DriftInWords drift={drift} voices={letters} />
          </div>
          {drift.figure !== null && <SaidOnce drift={drift} voices={letters} />}
        </>
      )}
    </article>
  )
}

function SaidOnce({ drift, voices }: { readonly drift: Drift; readonly voices: readonly VoiceLetter[] }) {
  const lines = [{ id: null, letters: STATEMENT_MARK, name: 'Statement' }, ...voices].flatMap(
    ({ id, letters, name }) => {
      const words = drift.saidOnce.filter(({ by }) => by[0] === id).map(({ text }) => text)
      return words.length === 0 ? [] : [{ letters, name, words: words.join(', ') }]
    },
  )
  if (lines.length === 0) return null
  return (
    <section className={styles['once']} aria-labelledby="said-once">
      <h3 id="said-once">{SAID_ONCE}</h3>
      <dl>
        {lines.map(({ letters, name, words }) => (
          <div key={name}>
            <dt>
              <span aria-hidden="true">{letters}</span>
              <span className="only-heard">{name}</span>
            </dt>
            <dd dir="auto">{words}</dd>
          </div>
        ))}
      </dl>
    </section>
  )
}
