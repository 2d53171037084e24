/**
 * The server has closed the map for this browser: its key was revoked, the map was deleted or put back to an earlier
 * state. No word is lost by it.
 */
import { useEffect, useState } from 'react'
import { kindOfClose } from '../../api/http.ts'
import { forgetMap } from '../../browser/known-maps.ts'
import { go } from '../../routes.ts'
import { useMapSnapshot, useSession } from '../../session/hooks.ts'
import { forgetOnDevice } from '../../session/device/left-on-device.ts'
import { ERROR_TEXTS, SAVE_WORDS, TAKE_OFF_LIST, WORDS_UNSAVED } from '../../text/errors.ts'
import { OPEN_AS_IT_IS, unsentText } from '../../text/unsent.ts'
import { Button } from '../../ui/Button.tsx'
import { RefusalPage } from '../RefusalPage.tsx'
import { saveMapFile } from './save-map-file.ts'
import { UnsentText } from './UnsentText.tsx'

export function ClosedMap({ code, again }: { readonly code: number; readonly again: () => void }) {
  const session = useSession()
  const map = useMapSnapshot((snapshot) => snapshot.map)
  // As it was when the door closed: what was unsaved then never gets there.
  const [unsaved] = useState(session.unsaved)
  const [text] = useState(() => (unsaved ? unsentText([session.unsentWords()]) : ''))
  const kind = kindOfClose(code)
  const { title, says } = ERROR_TEXTS[kind]
  useEffect(() => {
    if (text === '' && (kind === 'not-allowed' || kind === 'unknown-map')) void forgetOnDevice(session.mapId)
  }, [session, text, kind])
  return (
    <RefusalPage
      trouble={{ title, says: unsaved ? `${says} ${WORDS_UNSAVED}` : says }}
      again={again}
      {...(kind === 'other-epoch' ? { againWords: OPEN_AS_IT_IS } : {})}
      words={text !== '' && <UnsentText text={text} name={map.title === '' ? 'map' : map.title} />}
    >
      {session.mayWrite && map.blocks.size > 0 && (
        <Button onClick={() => saveMapFile(session.mapDoc, map)}>{SAVE_WORDS}</Button>
      )}
      {kind === 'unknown-map' && (
        <Button
          look="text"
          onClick={() => {
            forgetMap(session.mapId)
            go('/')
          }}
        >
          {TAKE_OFF_LIST}
        </Button>
      )}
    </RefusalPage>
  )
}
