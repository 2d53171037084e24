/** What one does with a lit line, beside the canvas and in the outline: take it along as a sentence, or put it out. */
import { sayTrace } from '@throughline/shared/trace'
import type { BlockId } from '@throughline/shared/schema'
import { useSession } from '../../session/hooks.ts'
import { COPY_TRACE, STOP_TRACING, TRACE_COPIED, TRACE_NOT_COPIED } from '../../text/trace.ts'
import { Button } from '../../ui/Button.tsx'
import { copyText } from '../../ui/copy-text.ts'

export function TraceActs({ start }: { readonly start: BlockId }) {
  const session = useSession()
  const copy = async () => {
    const line = sayTrace(session.getSnapshot().map, start)
    session.say((await copyText(line)) ? TRACE_COPIED : `${TRACE_NOT_COPIED}${line}`)
  }
  return (
    <>
      <Button look="text" onClick={() => void copy()}>
        {COPY_TRACE}
      </Button>
      <Button look="text" onClick={() => session.trace(null)}>
        {STOP_TRACING}
      </Button>
    </>
  )
}
