/** Into the open map: a map file through the server for everybody, or a text as this person's own edit. Looked at first. */
import { asAppError } from '@throughline/shared/errors'
import type { BlockId } from '@throughline/shared/schema'
import { useCallback, useEffect, useRef, useState } from 'react'
import { importInto } from '../../api/maps.ts'
import { useMapSnapshot, useSession } from '../../session/hooks.ts'
import type { MapSession } from '../../session/map-session.ts'
import { errorText } from '../../text/errors.ts'
import { DROP_TEXT } from '../../text/paste.ts'
import { count, sentence } from '../../text/words.ts'
import { DropHint } from './DropHint.tsx'
import { ImportDialog, type ImportPlan } from './ImportDialog.tsx'
import { loadLanding, PasteDialog } from './late-paste.ts'
import { MapFileInput } from './MapFileInput.tsx'
import type { ChosenFile } from './read-file.ts'
import { useFileDrop } from './use-file-drop.ts'
import { useLooking, type Looking } from './use-looking.ts'
import { usePastedText } from './use-pasted-text.ts'

const NOTHING: Looking = { is: 'nothing' }

export interface ImportIntoMapProps {
  /** The wish to paste or choose something. */
  readonly wants: boolean
  readonly onDone: () => void
}

export function ImportIntoMap({ wants, onDone }: ImportIntoMapProps) {
  const session = useSession()
  const canWrite = useMapSnapshot((snapshot) => snapshot.canWrite)
  const offered = useMapSnapshot((snapshot) => snapshot.offered)
  const input = useRef<HTMLInputElement>(null)
  const { looking, setLooking, lookAt } = useLooking(useCallback((says: string) => session.say(says), [session]))
  const onFile = useCallback((file: File) => lookAt({ is: 'file', file }), [lookAt])
  const isFree = canWrite && looking.is === 'nothing'
  const over = useFileDrop(onFile, isFree)
  usePastedText(isFree)
  useEffect(() => {
    if (offered === null) return
    session.offer(null)
    lookAt(offered)
  }, [session, offered, lookAt])
  useEffect(() => {
    if (!wants) return
    onDone()
    setLooking({ is: 'asking' })
  }, [wants, onDone, setLooking])
  const close = () => {
    setLooking(NOTHING)
    session.canvas?.focus()
  }
  return (
    <>
      <MapFileInput ref={input} onChosen={onFile} />
      {over && <DropHint says={DROP_TEXT} />}
      {looking.is === 'map-file' && <MapFileIntoMap file={looking.file} onClose={close} />}
      {(looking.is === 'asking' || looking.is === 'lines') && (
        <PasteDialog
          source={looking.is === 'lines' ? looking.source : null}
          onSource={(source) => setLooking({ is: 'lines', source, offered: null })}
          onMapFile={(text) => lookAt({ is: 'text', text })}
          onFile={() => input.current?.click()}
          action="Add to this map"
          busy={false}
          onGo={(source, choose) => {
            const from = looking.is === 'lines' ? looking.offered : null
            void loadLanding().then(({ landPasted }) => {
              const ids = landPasted(session, source, choose, from?.is === 'drawing' ? from.arrows : [])
              close()
              showWhenHere(session, ids)
            })
          }}
          onAsText={
            looking.is === 'lines' && looking.offered?.is === 'text'
              ? (text) => {
                  session.canvas?.placeText(text)
                  close()
                }
              : undefined
          }
          onClose={close}
        />
      )}
    </>
  )
}

function MapFileIntoMap({ file, onClose }: { readonly file: ChosenFile; readonly onClose: () => void }) {
  const session = useSession()
  const [plan, setPlan] = useState<ImportPlan | null>(null)
  const [busy, setBusy] = useState(false)
  const [trouble, setTrouble] = useState<string>()
  useEffect(() => {
    let left = false
    importInto(session.mapId, file.content, true).then(
      ({ added, report }) => left || setPlan({ blocks: added.blocks.length, links: added.links, report }),
      (error: unknown) => {
        if (left) return
        session.say(errorText(asAppError(error)).says)
        onClose()
      },
    )
    return () => {
      left = true
    }
    // oxlint-disable-next-line react/exhaustive-deps -- one look a file
  }, [session, file])
  const add = async () => {
    setBusy(true)
    try {
      const { added } = await importInto(session.mapId, file.content, false)
      onClose()
      session.say(`${sentence(count(added.blocks.length, 'block'))} added from ${file.name || 'the map file'}.`)
      showWhenHere(
        session,
        added.blocks.map(({ id }) => id as BlockId),
      )
    } catch (error) {
      setTrouble(errorText(asAppError(error)).says)
      setBusy(false)
    }
  }
  if (plan === null) return null
  return (
    <ImportDialog
      fileName={file.name}
      plan={plan}
      action="Add to this map"
      busy={busy}
      trouble={trouble}
      onGo={() => void add()}
      onClose={onClose}
    />
  )
}

/** What was added can be known before it is here: by the socket, or read once this turn is over. */
function showWhenHere(session: MapSession, ids: readonly BlockId[]): void {
  if (ids.length === 0) return
  const here = () => ids.every((id) => session.getSnapshot().map.blocks.has(id))
  if (here()) {
    session.canvas?.showBlocks(ids)
    return
  }
  const stop = session.subscribe(() => {
    if (!here()) return
    stop()
    session.canvas?.showBlocks(ids)
  })
}
