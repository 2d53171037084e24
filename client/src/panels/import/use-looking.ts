/** What somebody brought, looked at before it lands: a map file with its plan, or lines of a text. */
import { asAppError } from '@throughline/shared/errors'
import { useCallback, useState } from 'react'
import type { Offered } from '../../session/view.ts'
import { errorText } from '../../text/errors.ts'
import { loadSource } from './late-paste.ts'
import { readMapText, textOf, type ChosenFile } from './read-file.ts'
import type { ReadSource } from './paste-source.ts'

export type Looking =
  | { readonly is: 'nothing' }
  | { readonly is: 'asking' }
  | { readonly is: 'lines'; readonly source: ReadSource; readonly offered: Offered | null }
  | { readonly is: 'map-file'; readonly file: ChosenFile }

export interface Looks {
  readonly looking: Looking
  readonly setLooking: (looking: Looking) => void
  readonly lookAt: (offered: Offered) => void
}

async function read(offered: Offered): Promise<Looking> {
  const { readDrawing, readSource } = await loadSource()
  if (offered.is === 'drawing') return { is: 'lines', source: readDrawing(offered), offered }
  const name = offered.is === 'file' ? offered.file.name : ''
  const text = offered.is === 'file' ? await textOf(offered.file) : offered.text
  const source = readSource(name, text)
  return source === 'map-file'
    ? { is: 'map-file', file: await readMapText(name, text) }
    : { is: 'lines', source, offered }
}

export function useLooking(onTrouble: (says: string) => void): Looks {
  const [looking, setLooking] = useState<Looking>({ is: 'nothing' })
  const lookAt = useCallback(
    (offered: Offered) => {
      read(offered).then(setLooking, (error: unknown) => onTrouble(errorText(asAppError(error)).says))
    },
    [onTrouble],
  )
  return { looking, setLooking, lookAt }
}
