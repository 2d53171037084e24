/** The line that is lit: how far it goes, where it breaks, and all of it as one sentence. */
import { sayTrace, type Trace } from '@throughline/shared/trace'
import { useMap } from '../../session/hooks.ts'
import { sayLine, tracing } from '../../text/trace.ts'
import { TraceActs } from './TraceActs.tsx'
import styles from './OutlineTrace.module.css'

export function OutlineTrace({ trace }: { readonly trace: Trace }) {
  const map = useMap()
  const block = map.blocks.get(trace.start)
  if (block === undefined) return null
  const sentence = sayTrace(map, trace.start)
  return (
    <section className={styles['trace']} aria-label={tracing(block.kind)}>
      <p role="status" className={styles['says']}>
        <strong>{tracing(block.kind)}</strong> {sayLine(trace, map)}
      </p>
      <p className={styles['sentence']} dir="auto">
        {sentence}
      </p>
      <div className={styles['acts']}>
        <TraceActs start={trace.start} />
      </div>
    </section>
  )
}
