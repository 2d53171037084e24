/** The agreed wording in four lengths, each with its button: composed from the map as it stands this moment. */
import { composeCopy, COPY_PARTS, type CopyPart, type CopyPiece } from '@throughline/shared/brief'
import type { BlockId, PositioningMap } from '@throughline/shared/schema'
import { useId, useMemo, useState } from 'react'
import { COPY_KIT, NOTHING_AGREED, PART_NAMES } from '../../text/copy-kit.ts'
import { Button } from '../../ui/Button.tsx'
import { copyText } from '../../ui/copy-text.ts'
import styles from './CopyKit.module.css'

export interface CopyKitProps {
  readonly map: PositioningMap
  readonly audience: BlockId | null
}

export function CopyKit({ map, audience }: CopyKitProps) {
  const title = useId()
  const [says, setSays] = useState('')
  const parts = useMemo(() => COPY_PARTS.map((part) => [part, piecesOf(map, part, audience)] as const), [map, audience])
  const copy = (text: string) => {
    void copyText(text).then((copied) => setSays(copied ? COPY_KIT.copied : COPY_KIT.refused))
  }
  return (
    <section className={styles['kit']} aria-labelledby={title}>
      <h3 id={title} className={styles['title']}>
        {COPY_KIT.title}
      </h3>
      <p className={styles['intro']}>{COPY_KIT.intro}</p>
      {parts.map(([part, pieces]) => (
        <div key={part} className={styles['part']}>
          <h4 className={styles['name']}>{PART_NAMES[part]}</h4>
          {pieces.length === 0 && <p className={styles['none']}>{NOTHING_AGREED[part]}</p>}
          {pieces.map(({ audience: whom, text }) => (
            <div key={whom ?? ''} className={styles['piece']}>
              <p className={styles['words']} dir="auto">
                {text}
              </p>
              <Button
                onClick={() => copy(text)}
                aria-label={`${COPY_KIT.copy}: ${PART_NAMES[part]}: ${text.slice(0, 60)}`}
              >
                {COPY_KIT.copy}
              </Button>
            </div>
          ))}
        </div>
      ))}
      <p role="status" className={styles['intro']}>
        {says}
      </p>
    </section>
  )
}

function piecesOf(map: PositioningMap, part: CopyPart, audience: BlockId | null): readonly CopyPiece[] {
  const pieces = composeCopy(map, { part, audience: audience ?? undefined })
  return pieces.ok ? pieces.value.filter(({ text }) => text !== '') : []
}
