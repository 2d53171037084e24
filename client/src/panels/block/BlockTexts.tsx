import type { Block } from '@throughline/shared/schema'
import { guidanceFor } from '@throughline/shared/templates'
import { useId } from 'react'
import { useMapSnapshot } from '../../session/hooks.ts'
import { DETAIL_HINT, NOTHING_WRITTEN, TELLINGS_HINT } from '../../text/block-panel.ts'
import { questionFor } from '../../text/words.ts'
import { WrittenText } from '../../writing/index.ts'
import styles from './BlockPanel.module.css'

/** Statement, detail and one telling for each voice of the map. */
export function BlockTexts({ block }: { readonly block: Block }) {
  const hint = useId()
  const voices = useMapSnapshot(({ map }) => map.voices)
  return (
    <>
      <section className={styles['group']}>
        <WrittenText
          blockId={block.id}
          name="statement"
          label="Statement"
          words={block.statement}
          placeholder={NOTHING_WRITTEN}
          guidance={questionFor(block)}
          look="statement"
        />
        {block.statement === '' && guidanceFor(block.id) !== null && (
          <p className={styles['guidance']}>{guidanceFor(block.id)?.hint}</p>
        )}
        <WrittenText
          blockId={block.id}
          name="detail"
          label="Detail"
          words={block.detail}
          placeholder={NOTHING_WRITTEN}
          guidance={DETAIL_HINT}
        />
      </section>
      {voices.length > 0 && (
        <section className={styles['group']} aria-label="Tellings">
          <div className={styles['asks']}>
            <h3 className={styles['heading']}>Tellings</h3>
            <p id={hint} className={styles['guidance']}>
              {TELLINGS_HINT}
            </p>
          </div>
          {voices.map((voice) => (
            <WrittenText
              key={voice.id}
              blockId={block.id}
              name={`telling:${voice.id}`}
              label={voice.name}
              words={block.tellings.get(voice.id) ?? ''}
              placeholder={NOTHING_WRITTEN}
              guidedBy={hint}
              look="telling"
            />
          ))}
        </section>
      )}
    </>
  )
}
