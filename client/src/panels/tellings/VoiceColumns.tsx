/** The voices side by side, each with its telling to read and to write in; in a narrow panel they stand in rows. */
import type { Drift } from '@throughline/shared/drift'
import type { Block } from '@throughline/shared/schema'
import { howWouldSay, tellingBy } from '../../text/tellings.ts'
import type { VoiceLetter } from '../../text/voice-letters.ts'
import { WrittenText } from '../../writing/index.ts'
import { MarkedWords } from './MarkedWords.tsx'
import styles from './TellingsPanel.module.css'

export interface VoiceColumnsProps {
  readonly block: Block
  readonly drift: Drift
  readonly voices: readonly VoiceLetter[]
}

export function VoiceColumns({ block, drift, voices }: VoiceColumnsProps) {
  return (
    <ul className={styles['columns']} aria-label="Voices">
      {voices.map(({ id, name, letters }) => {
        const reading = drift.readings.find(({ teller }) => teller === id)
        return (
          <li key={id} className={styles['column']}>
            <WrittenText
              blockId={block.id}
              name={`telling:${id}`}
              label={tellingBy(name)}
              heading={
                <h3 className={styles['voice']}>
                  <span className={styles['letter']} aria-hidden="true">
                    {letters}
                  </span>
                  {name}
                </h3>
              }
              words={block.tellings.get(id) ?? ''}
              placeholder={howWouldSay(name)}
              look="told"
            >
              {reading !== undefined && <MarkedWords reading={reading} drift={drift} />}
            </WrittenText>
          </li>
        )
      })}
    </ul>
  )
}
