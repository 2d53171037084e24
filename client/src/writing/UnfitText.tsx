/** A text that cannot be edited here, in plain words: for a reader, or because another program wrote it otherwise. */
import { paragraphsOf, readText, setDetail, setStatement, setTelling, type TextName } from '@throughline/shared/doc'
import type { BlockId, VoiceId } from '@throughline/shared/schema'
import { useCallback, useLayoutEffect, useRef, useSyncExternalStore } from 'react'
import type * as Y from 'yjs'
import { useCanWrite, useSession } from '../session/hooks.ts'
import type { MapSession } from '../session/map-session.ts'
import { REPAIR, REPAIRED, REPAIRED_AND_COPIED, UNFIT_ROOT, UNFIT_TEXT } from '../text/writing.ts'
import { Button } from '../ui/Button.tsx'
import { copyText } from '../ui/copy-text.ts'
import { keepPointing } from './keep-events.ts'
import type { TextFieldProps } from './TextField.tsx'

export function UnfitText({
  blockId,
  name,
  label,
  className,
  fragment,
}: TextFieldProps & { fragment: Y.XmlFragment | null }) {
  const session = useSession()
  const canWrite = useCanWrite()
  const host = useRef<HTMLDivElement>(null)
  const words = useWords(fragment, name)
  // The canvas would take the pointer away before it has clicked.
  useLayoutEffect(() => (host.current === null ? undefined : keepPointing(host.current)), [])
  return (
    <div ref={host} className={`text-field ${className ?? ''}`}>
      <div role="textbox" aria-label={label} aria-readonly="true" tabIndex={0} dir="auto">
        {words}
      </div>
      {canWrite && (
        <p className="text-field-note">
          {fragment === null ? UNFIT_ROOT : UNFIT_TEXT}{' '}
          {fragment !== null && (
            <Button look="text" onClick={() => void repair(session, fragment, blockId, name)}>
              {REPAIR}
            </Button>
          )}
        </p>
      )}
    </div>
  )
}

function useWords(fragment: Y.XmlFragment | null, name: TextName): string {
  const subscribe = useCallback(
    (changed: () => void) => {
      fragment?.observeDeep(changed)
      return () => fragment?.unobserveDeep(changed)
    },
    [fragment],
  )
  return useSyncExternalStore(subscribe, () => (fragment === null ? '' : readText(fragment, name)))
}

/** Copies every word first: the rewritten text is plain, and cut where it was longer than a text may be. */
async function repair(session: MapSession, fragment: Y.XmlFragment, id: BlockId, name: TextName): Promise<void> {
  const copied = await copyText(paragraphsOf(fragment).join('\n'))
  const text = readText(fragment, name)
  session.edit((map) => {
    if (name === 'statement') setStatement(map, id, text)
    else if (name === 'detail') setDetail(map, id, text)
    else setTelling(map, id, name.slice('telling:'.length) as VoiceId, text)
  })
  session.say(copied ? REPAIRED_AND_COPIED : REPAIRED)
}
