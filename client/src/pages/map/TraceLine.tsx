/** While a line is traced: what it says, how to take it along, and how to end it. Else the keys of the block that is selected. */
import { traceOf } from '@throughline/shared/trace'
import { useMemo } from 'react'
import { TraceActs } from '../../panels/outline/TraceActs.tsx'
import { useMap, useView } from '../../session/hooks.ts'
import { sayLine, tracing } from '../../text/trace.ts'
import styles from './TraceLine.module.css'

export function TraceLine() {
  const map = useMap()
  const start = useView((view) => view.tracing)
  const trace = useMemo(() => (start === null ? null : traceOf(map, start)), [map, start])
  const block = start === null ? undefined : map.blocks.get(start)
  if (start === null || trace === null || block === undefined) return null
  return (
    <div className={styles['line']}>
      <svg className={styles['thread']} aria-hidden="true" width="34" height="3">
        <path d="M0 1.5H24" />
        {trace.breaks.length > 0 ? <path d="M26 1.5H34" strokeDasharray="2 2" /> : <path d="M24 1.5H34" />}
      </svg>
      <p role="status" className={styles['says']}>
        <strong>{tracing(block.kind)}</strong> {sayLine(trace, map)}
      </p>
      <TraceActs start={start} />
    </div>
  )
}
