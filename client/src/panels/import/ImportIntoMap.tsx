/** A map file into the open map: chosen or dropped, looked at first, then added through the server for everybody. */
import { asAppError } from '@throughline/shared/errors'
import type { BlockId } from '@throughline/shared/schema'
import { useCallback, useEffect, useRef, useState } from 'react'
import { importInto } from '../../api/maps.ts'
import { useMapSnapshot, useSession } from '../../session/hooks.ts'
import { errorText } from '../../text/errors.ts'
import { count, sentence } from '../../text/words.ts'
import { DropHint } from './DropHint.tsx'
import { ImportDialog, type ImportPlan } from './ImportDialog.tsx'
import { MapFileInput } from './MapFileInput.tsx'
import { readMapFile, type ChosenFile } from './read-file.ts'
import { useFileDrop } from './use-file-drop.ts'

export interface ImportIntoMapProps {
  /** A file to look at, or the wish to choose one. */
  readonly wants: File | 'choose' | null
  readonly onWants: (wants: File | 'choose' | null) => void
}

interface Looked {
  readonly file: ChosenFile
  readonly plan: ImportPlan
}

export function ImportIntoMap({ wants, onWants }: ImportIntoMapProps) {
  const session = useSession()
  const canWrite = useMapSnapshot((snapshot) => snapshot.canWrite)
  const input = useRef<HTMLInputElement>(null)
  const [looked, setLooked] = useState<Looked | null>(null)
  const [busy, setBusy] = useState(false)
  const [trouble, setTrouble] = useState<string>()
  const over = useFileDrop(onWants, canWrite && looked === null)

  const look = useCallback(
    async (file: File) => {
      try {
        const chosen = await readMapFile(file)
        const { added, report } = await importInto(session.mapId, chosen.content, true)
        setTrouble(undefined)
        setLooked({ file: chosen, plan: { blocks: added.blocks.length, links: added.links, report } })
      } catch (error) {
        session.say(errorText(asAppError(error)).says)
      }
    },
    [session],
  )
  useEffect(() => {
    if (wants === null) return
    if (wants === 'choose') input.current?.click()
    else void look(wants)
    onWants(null)
  }, [wants, onWants, look])

  const add = async (file: ChosenFile) => {
    setBusy(true)
    try {
      const { added } = await importInto(session.mapId, file.content, false)
      setLooked(null)
      session.say(`${sentence(count(added.blocks.length, 'block'))} added from ${file.name}.`)
      showWhenHere(
        session,
        added.blocks.map(({ id }) => id as BlockId),
      )
    } catch (error) {
      setTrouble(errorText(asAppError(error)).says)
    } finally {
      setBusy(false)
    }
  }
  return (
    <>
      <MapFileInput ref={input} onChosen={onWants} />
      {over && <DropHint says="Let go to look at this map file." />}
      {looked !== null && (
        <ImportDialog
          fileName={looked.file.name}
          plan={looked.plan}
          action="Add to this map"
          busy={busy}
          trouble={trouble}
          onGo={() => void add(looked.file)}
          onClose={() => setLooked(null)}
        />
      )}
    </>
  )
}

/** The answer can be here before the blocks are: they come over the socket. */
function showWhenHere(session: ReturnType<typeof useSession>, ids: readonly BlockId[]): void {
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
