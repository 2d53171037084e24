/** What was written, side by side once it is revealed: which words several say, and which one alone. */
import type { PromptView, WorkshopView, WritingView } from '@throughline/shared/protocol'
import type { ReactNode } from 'react'
import { KIND_WORDS } from '../../text/words.ts'
import { LIT_WORDS, NOBODY_WROTE, NOT_YET_REVEALED, WHAT_DO_YOU_NOTICE, WRITTEN_LATE } from '../../text/workshop.ts'
import { KindGlyph } from '../../ui/KindGlyph.tsx'
import { MarkedWords } from '../tellings/MarkedWords.tsx'
import { useDrift } from './use-drift.ts'
import { voiceNamed } from './voice-named.ts'
import writingStyles from './Writing.module.css'
import styles from './Workshop.module.css'

export interface RevealPartProps {
  readonly view: WorkshopView
  /** What can be done with a piece of writing. */
  readonly renderActs?: (writing: WritingView, prompt: PromptView) => ReactNode
  /** What can be done with a question that is still sealed. */
  readonly renderSealedActs?: (prompt: PromptView) => ReactNode
}

export function RevealPart({ view, renderActs, renderSealedActs }: RevealPartProps) {
  const isAnyOpen = view.prompts.some(({ tellings }) => tellings !== null && tellings.length > 1)
  return (
    <div className={writingStyles['reveal']}>
      {view.prompts.map((prompt) => (
        <section key={prompt.id} className={writingStyles['revealed']} data-kind={prompt.kind ?? undefined}>
          <h3 className={writingStyles['revealed-head']}>
            {prompt.kind !== null && (
              <span className={writingStyles['kind']}>
                <KindGlyph kind={prompt.kind} tinted />
                {KIND_WORDS[prompt.kind]}
              </span>
            )}
            <span>{prompt.text}</span>
          </h3>
          {prompt.tellings === null ? (
            <div className={writingStyles['sealed']}>
              <p>{NOT_YET_REVEALED}</p>
              {renderSealedActs?.(prompt)}
            </div>
          ) : (
            <Writings view={view} prompt={prompt} writings={prompt.tellings} renderActs={renderActs} />
          )}
        </section>
      ))}
      {isAnyOpen && (
        <p className={writingStyles['notice']}>
          <em>{WHAT_DO_YOU_NOTICE}</em> {LIT_WORDS}
        </p>
      )}
    </div>
  )
}

interface WritingsProps {
  readonly view: WorkshopView
  readonly prompt: PromptView
  readonly writings: readonly WritingView[]
  readonly renderActs: RevealPartProps['renderActs']
}

function Writings({ view, prompt, writings, renderActs }: WritingsProps) {
  const drift = useDrift(writings)
  if (writings.length === 0) return <p className={styles['empty']}>{NOBODY_WROTE}</p>
  return (
    <ul className={writingStyles['writings']}>
      {writings.map((writing) => {
        const reading = drift?.readings.find(({ teller }) => teller === writing.writing)
        return (
          <li key={writing.writing}>
            <p className={writingStyles['teller']}>
              {[voiceNamed(view, writing.voice), writing.name, writing.late === true ? WRITTEN_LATE : null]
                .filter((part) => part !== null && part !== undefined)
                .join(', ')}
            </p>
            <p className={writingStyles['said']} dir="auto">
              {reading === undefined || drift === null ? writing.text : <MarkedWords reading={reading} drift={drift} />}
            </p>
            {renderActs?.(writing, prompt)}
          </li>
        )
      })}
    </ul>
  )
}
