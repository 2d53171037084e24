/** The agreed wording in four lengths, each with its button. */
import { COPY_PARTS, type CopyPart, type CopyPiece } from '@throughline/shared/brief'
import { scriptOf } from '@throughline/shared/words'
import { useId, useState } from 'react'
import { COPY_KIT, NOTHING_AGREED, PART_NAMES } from '../../text/copy-kit.ts'
import { Button } from '../../ui/Button.tsx'
import { copyText } from '../../ui/copy-text.ts'
import styles from './CopyKit.module.css'

export type CopyPieces = Readonly<Record<CopyPart, readonly CopyPiece[]>>

export interface CopyKitProps {
  readonly pieces: CopyPieces
  /** Which of the headings of the page its own is. */
  readonly level?: 2 | 3
}

export function CopyKit({ pieces: all, level = 3 }: CopyKitProps) {
  const [Title, Name] = level === 3 ? (['h3', 'h4'] as const) : (['h2', 'h3'] as const)
  const title = useId()
  const [says, setSays] = useState('')
  const parts = COPY_PARTS.map((part) => [part, all[part].filter(({ text }) => text !== '')] as const)
  const copy = (text: string) => {
    void copyText(text).then((copied) => setSays(copied ? COPY_KIT.copied : COPY_KIT.refused))
  }
  return (
    <section className={styles['kit']} aria-labelledby={title}>
      <Title id={title} className={styles['title']}>
        {COPY_KIT.title}
      </Title>
      <p className={styles['intro']}>{COPY_KIT.intro}</p>
      {parts.map(([part, pieces]) => (
        <div key={part} className={styles['part']}>
          <Name className={styles['name']}>{PART_NAMES[part]}</Name>
          {pieces.length === 0 && <p className={styles['none']}>{NOTHING_AGREED[part]}</p>}
          {pieces.map(({ audience: whom, text }) => (
            <div key={whom ?? ''} className={styles['piece']}>
              <p className={styles['words']} dir={scriptOf(text).dir}>
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
