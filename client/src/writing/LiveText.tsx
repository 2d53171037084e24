/** The open editor of one text. React makes it and takes it away; between, it lives by itself. */
import type * as Y from 'yjs'
import { useLayoutEffect, useRef } from 'react'
import { useSession } from '../session/hooks.ts'
import { openEditor } from './open-editor.ts'
import { personStyle } from './person-style.ts'
import type { TextFieldProps } from './TextField.tsx'

export interface LiveTextProps extends TextFieldProps {
  readonly fragment: Y.XmlFragment
}

export function LiveText(props: LiveTextProps) {
  const { fragment, blockId, name, className } = props
  const session = useSession()
  const host = useRef<HTMLDivElement>(null)
  const latest = useRef(props)
  useLayoutEffect(() => {
    latest.current = props
  })
  useLayoutEffect(() => {
    if (host.current === null) return undefined
    return openEditor({ host: host.current, session, fragment, props: () => latest.current })
  }, [session, fragment, blockId, name])
  return (
    <div ref={host} className={`text-field ${className ?? ''}`} style={personStyle(session.getSnapshot().me.color)} />
  )
}
