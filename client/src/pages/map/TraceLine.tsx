/** While a line is traced: what it says, how to take it along, and how to end it. Else the keys of the block that is selected. */
import { sayTrace, traceOf } from '@throughline/shared/trace'
import { useMemo } from 'react'
import { useMap, useSession, useView } from '../../session/hooks.ts'
import { COPY_TRACE, sayLine, STOP_TRACING, TRACE_COPIED, TRACE_NOT_COPIED, tracing } from '../../text/trace.ts'
import { Button } from '../../ui/Button.tsx'
import { copyText } from '../../ui/copy-text.ts'
import styles from './TraceLine.module.css'

export function TraceLine() {
  const session = useSession()
  const map = useMap()
  const start = useView().tracing
  const trace = useMemo(() => (start === null ? null : traceOf(map, start)), [map, start])
  const block = start === null ? undefined : map.blocks.get(start)
  if (start === null || trace === null || block === undefined) return null
  const copy = async () => {
    const line = sayTrace(map, start)
    session.say((await copyText(line)) ? TRACE_COPIED : `${TRACE_NOT_COPIED}${line}`)
  }
  return (
    <div className={styles['line']}>
      <svg className={styles['thread']} aria-hidden="true" width="34" height="3">
        <path d="M0 1.5H24" />
        {trace.breaks.length > 0 ? <path d="M26 1.5H34" strokeDasharray="2 2" /> : <path d="M24 1.5H34" />}
      </svg>
      <p role="status" className={styles['says']}>
        <strong>{tracing(block.kind)}</strong> {sayLine(trace, map)}
      </p>
      <Button look="text" onClick={() => void copy()}>
        {COPY_TRACE}
      </Button>
      <Button look="text" onClick={() => session.trace(null)}>
        {STOP_TRACING}
      </Button>
    </div>
  )
}
