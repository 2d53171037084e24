/** The ways to a new map, as one state: at rest, something to look at first, on its way, or in trouble. */
import { AppError, asAppError } from '@throughline/shared/errors'
import type { MakeMapRequest } from '@throughline/shared/protocol'
import { useCallback, useEffect, useState } from 'react'
import { makeMap } from '../../api/maps.ts'
import type { ImportPlan } from '../../panels/import/ImportDialog.tsx'
import type { ChosenFile } from '../../panels/import/read-file.ts'
import { useLooking, type Looks } from '../../panels/import/use-looking.ts'
import { go, mapAddress } from '../../routes.ts'

export interface FileToMake {
  readonly file: ChosenFile
  readonly plan: ImportPlan
}

export interface NewMap extends Looks {
  readonly busy: boolean
  readonly trouble: AppError | null
  readonly toMake: FileToMake | null
  /** What to make once the operator's key is given; null while none is asked for. */
  readonly wantsKey: MakeMapRequest | null
  readonly make: (request: MakeMapRequest, adminKey?: string) => void
  readonly leaveIt: () => void
}

/** What a file would make, by the same importer the server runs. */
async function planOf(file: ChosenFile): Promise<FileToMake> {
  const { importMapFile } = await import('@throughline/shared/map-file')
  const { blocks, links, report } = importMapFile(file.content, 'make')
  return { file, plan: { blocks: blocks.length, links: links.length, report } }
}

export function useNewMap(): NewMap {
  const [busy, setBusy] = useState(false)
  const [trouble, setTrouble] = useState<AppError | null>(null)
  const [toMake, setToMake] = useState<FileToMake | null>(null)
  const [wantsKey, setWantsKey] = useState<MakeMapRequest | null>(null)
  const looks = useLooking(useCallback((says: string) => setTrouble(new AppError('bad-input', says)), []))
  const { looking, setLooking } = looks

  const make = useCallback((request: MakeMapRequest, adminKey?: string) => {
    setBusy(true)
    setTrouble(null)
    makeMap(request, adminKey)
      .then(({ id }) => go(mapAddress(id), request.template === 'blank' ? { begin: true } : null))
      .catch((thrown: unknown) => {
        const error = asAppError(thrown)
        setBusy(false)
        const refused = error.kind === 'no-key' || error.kind === 'not-allowed'
        if (refused) setWantsKey(request)
        if (!refused || adminKey !== undefined) setTrouble(error)
      })
  }, [])

  useEffect(() => {
    if (looking.is !== 'nothing') setTrouble(null)
    if (looking.is !== 'map-file') return
    setLooking({ is: 'nothing' })
    planOf(looking.file).then(setToMake, (error: unknown) => setTrouble(asAppError(error)))
  }, [looking, setLooking])

  const leaveIt = useCallback(() => {
    setToMake(null)
    setWantsKey(null)
    setTrouble(null)
    setLooking({ is: 'nothing' })
  }, [setLooking])

  return { ...looks, busy, trouble, toMake, wantsKey, make, leaveIt }
}
