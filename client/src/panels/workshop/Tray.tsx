/** What was written, as material: it lies here until somebody adopts it, as a block or as what its voice tells of one. */
import type { PromptView, WorkshopView, WritingView } from '@throughline/shared/protocol'
import type { Block } from '@throughline/shared/schema'
import { useCanWrite } from '../../session/hooks.ts'
import { ADOPT_BLOCK, ADOPTED, adoptAsTelling, REVEAL_THIS } from '../../text/workshop.ts'
import { Button } from '../../ui/Button.tsx'
import type { LiveWorkshop } from '../../workshop/index.ts'
import { RevealPart } from './RevealPart.tsx'
import { voiceNamed } from './voice-named.ts'
import styles from './Workshop.module.css'

export interface TrayProps {
  readonly live: LiveWorkshop
  readonly view: WorkshopView
  readonly busy: boolean
  /** The one block that is chosen on the map. */
  readonly block: Block | null
}

export function Tray({ live, view, busy, block }: TrayProps) {
  const mayReveal = view.me.facilitator && (view.stage?.kind === 'gather' || view.stage?.kind === 'reveal')
  return (
    <RevealPart
      view={view}
      renderActs={(writing) => <Adopt live={live} view={view} busy={busy} block={block} writing={writing} />}
      renderSealedActs={(prompt: PromptView) =>
        mayReveal && (
          <Button aria-disabled={busy} onClick={() => void live.send({ type: 'reveal', prompt: prompt.id })}>
            {REVEAL_THIS}
            <span className="only-heard">: {prompt.text}</span>
          </Button>
        )
      }
    />
  )
}

/** Nothing is adopted by itself. */
function Adopt({ live, view, busy, block, writing }: TrayProps & { readonly writing: WritingView }) {
  const canWrite = useCanWrite()
  const teller = voiceNamed(view, writing.voice)
  const isAdopted = (writing.adopted?.length ?? 0) > 0
  const adopt = (more: object) => void live.send({ type: 'adopt', writing: writing.writing, ...more })
  const heard = <span className="only-heard">: {writing.text}</span>
  if (!canWrite) return isAdopted && <p className={styles['meta']}>{ADOPTED}</p>
  return (
    <p className={styles['acts']}>
      {isAdopted && <span className={styles['meta']}>{ADOPTED}</span>}
      {!isAdopted && (
        <Button look="text" aria-disabled={busy} onClick={() => adopt({})}>
          {ADOPT_BLOCK}
          {heard}
        </Button>
      )}
      {block !== null && teller !== null && writing.adopted?.includes(block.id) !== true && (
        <Button look="text" aria-disabled={busy} onClick={() => adopt({ block: block.id })}>
          {adoptAsTelling(teller)}
          {heard}
        </Button>
      )}
    </p>
  )
}
