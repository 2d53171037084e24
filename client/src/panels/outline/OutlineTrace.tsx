/** The line that is lit: how far it goes, where it breaks, and all of it as one sentence. */
import { sayTrace, type Trace } from '@throughline/shared/trace'
import { useMap, useSession } from '../../session/hooks.ts'
import { COPY_TRACE, sayLine, STOP_TRACING, TRACE_COPIED, TRACE_NOT_COPIED, tracing } from '../../text/trace.ts'
import { Button } from '../../ui/Button.tsx'
import { copyText } from '../../ui/copy-text.ts'
import styles from './OutlineTrace.module.css'

export function OutlineTrace({ trace }: { readonly trace: Trace }) {
  const session = useSession()
  const map = useMap()
  const block = map.blocks.get(trace.start)
  if (block === undefined) return null
  const sentence = sayTrace(map, trace.start)
  const copy = async () => {
    session.say((await copyText(sentence)) ? TRACE_COPIED : TRACE_NOT_COPIED + sentence)
  }
  return (
    <section className={styles['trace']} aria-label={tracing(block.kind)}>
      <p role="status" className={styles['says']}>
        <strong>{tracing(block.kind)}</strong> {sayLine(trace, map)}
      </p>
      <p className={styles['sentence']} dir="auto">
        {sentence}
      </p>
      <div className={styles['acts']}>
        <Button look="text" onClick={() => void copy()}>
          {COPY_TRACE}
        </Button>
        <Button look="text" onClick={() => session.trace(null)}>
          {STOP_TRACING}
        </Button>
      </div>
    </section>
  )
}
