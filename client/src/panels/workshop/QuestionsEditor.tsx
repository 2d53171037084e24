/** The questions of a stage in which people write: their words, what answers become, and the block that one asks about. */
import { BLOCK_KINDS, LIMITS, type BlockKind } from '@throughline/shared/schema'
import type { Prompt } from '@throughline/shared/workshop'
import { useMemo } from 'react'
import { useMap } from '../../session/hooks.ts'
import { KIND_WORDS } from '../../text/words.ts'
import {
  ABOUT_BLOCK,
  ADD_QUESTION,
  ANSWERS_ARE,
  ANY_KIND,
  blockChoice,
  NO_BLOCK,
  QUESTION,
  questionAbout,
  REMOVE_QUESTION,
} from '../../text/workshop.ts'
import { Button } from '../../ui/Button.tsx'
import { Select } from '../../ui/Field.tsx'
import { Answer } from './Answer.tsx'
import { addPrompt, changePrompt, removePrompt } from './programme-edits.ts'
import type { StageEditorProps } from './StageEditor.tsx'
import programmeStyles from './Programme.module.css'

const KINDS = [
  ...BLOCK_KINDS.map((value) => ({ value: value as BlockKind | '', says: KIND_WORDS[value] })),
  { value: '' as const, says: ANY_KIND },
]

/** Questions that have been asked may be worded otherwise, and stay: people have written to them. */
export function QuestionsEditor({ programme, stage, at, entered, onChange }: StageEditorProps) {
  const isAhead = at >= entered
  const { blocks } = useMap()
  const choices = useMemo(() => blockChoices(blocks), [blocks])
  const set = (id: string, change: Partial<Prompt>) => onChange(changePrompt(programme, at, id, change))
  const choose = ({ id, text, kind }: Prompt, value: string) => {
    const block = blocks.get(value as never)
    if (block === undefined) set(id, { block: null })
    // A question of one's own keeps its words.
    else set(id, { block: block.id, kind: block.kind ?? kind, text: text || questionAbout(block.statement) })
  }
  return (
    <ol className={programmeStyles['stage-editors']}>
      {stage.prompts.map((prompt) => (
        <li key={prompt.id} className={programmeStyles['stage-editor']}>
          <Answer
            label={QUESTION}
            rows={2}
            value={prompt.text}
            maxLength={LIMITS.titleLength}
            onWrite={(text) => set(prompt.id, { text: text.replace(/\s*\n\s*/g, ' ') })}
          />
          <Select<BlockKind | ''>
            label={ANSWERS_ARE}
            value={prompt.kind ?? ''}
            options={KINDS}
            onChoose={(kind) => set(prompt.id, { kind: kind === '' ? null : kind })}
          />
          {choices.length > 0 && (
            <Select
              label={ABOUT_BLOCK}
              value={prompt.block ?? ''}
              options={[{ value: '', says: NO_BLOCK }, ...choices]}
              onChoose={(value) => choose(prompt, value)}
            />
          )}
          {isAhead && stage.prompts.length > 1 && (
            <p>
              <Button look="text" onClick={() => onChange(removePrompt(programme, at, prompt.id))}>
                {REMOVE_QUESTION}
              </Button>
            </p>
          )}
        </li>
      ))}
      {stage.prompts.length < LIMITS.prompts && (
        <li>
          <Button look="text" onClick={() => onChange(addPrompt(programme, at))}>
            {ADD_QUESTION}
          </Button>
        </li>
      )}
    </ol>
  )
}

/** Those that say something, kind by kind. */
function blockChoices(blocks: ReturnType<typeof useMap>['blocks']) {
  return [...blocks.values()]
    .filter(({ statement }) => statement !== '')
    .toSorted((a, b) => BLOCK_KINDS.indexOf(a.kind) - BLOCK_KINDS.indexOf(b.kind))
    .map(({ id, kind, statement }) => ({ value: id as string, says: blockChoice(KIND_WORDS[kind], statement) }))
}
