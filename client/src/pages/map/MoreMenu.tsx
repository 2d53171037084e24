/** What one does to a whole map, seldom: its subject, files in and out, deleting it. */
import { asAppError } from '@throughline/shared/errors'
import { lazy, Suspense, useEffect, useState } from 'react'
import { serverConfig } from '../../api/session.ts'
import { deleteMap, mapPath } from '../../api/maps.ts'
import { forgetMap } from '../../browser/known-maps.ts'
import { go } from '../../routes.ts'
import { useMapSnapshot, useSession } from '../../session/hooks.ts'
import { NOTIFY_OPEN } from '../../text/notify.ts'
import { errorText } from '../../text/errors.ts'
import { Button } from '../../ui/Button.tsx'
import { Menu } from '../../ui/Menu.tsx'
import { ClearDeleted } from './ClearDeleted.tsx'
import { MapSubject } from './MapTitle.tsx'
import styles from './MoreMenu.module.css'

const NotifyDialog = lazy(() =>
  import('../../panels/notify/NotifyDialog.tsx').then((module) => ({ default: module.NotifyDialog })),
)

export function MoreMenu({ onImport }: { readonly onImport: () => void }) {
  const session = useSession()
  const [notifying, setNotifying] = useState(false)
  const sendsMail = useSendsMail()
  const canWrite = useMapSnapshot((snapshot) => snapshot.canWrite)
  const title = useMapSnapshot((snapshot) => snapshot.map.title)
  const address = mapPath(session.mapId)
  const fileName = title === '' ? 'map' : title
  return (
    <div className={styles['root']}>
      <Menu name="More" label="More" align="left">
        {(close) => (
          <ul className={styles['list']}>
            {canWrite && (
              <li className={styles['subject']}>
                <span>Subject</span>
                <MapSubject />
              </li>
            )}
            {canWrite && (
              <li>
                <Button
                  look="text"
                  onClick={() => {
                    close()
                    onImport()
                  }}
                >
                  Import…
                </Button>
              </li>
            )}
            <li>
              <a href={address} download={`${fileName}.json`} onClick={close}>
                Save as map file
              </a>
            </li>
            <li>
              <a href={`${address}/text`} download={`${fileName}.md`} onClick={close}>
                Save as outline text
              </a>
            </li>
            {(session.role === 'owner' || sendsMail) && (
              <li>
                <Button
                  look="text"
                  onClick={() => {
                    close()
                    setNotifying(true)
                  }}
                >
                  {NOTIFY_OPEN}
                </Button>
              </li>
            )}
            {session.role === 'owner' && <ClearDeleted />}
            {session.role === 'owner' && (
              <li className={styles['delete']}>
                <DeleteMap />
              </li>
            )}
          </ul>
        )}
      </Menu>
      {notifying && (
        <Suspense fallback={null}>
          <NotifyDialog onClose={() => setNotifying(false)} />
        </Suspense>
      )}
    </div>
  )
}

function useSendsMail(): boolean {
  const [sends, setSends] = useState(false)
  useEffect(() => {
    let left = false
    serverConfig().then(
      ({ sendsMail }) => left || setSends(sendsMail),
      () => undefined, // out of reach: nothing can be asked for anyway
    )
    return () => {
      left = true
    }
  }, [])
  return sends
}

/** Confirmed in place, in a sentence: this is the one thing here that undo does not bring back. */
function DeleteMap() {
  const session = useSession()
  const [asks, setAsks] = useState(false)
  const [trouble, setTrouble] = useState('')
  const remove = () => {
    deleteMap(session.mapId).then(
      () => {
        forgetMap(session.mapId)
        go('/')
      },
      (error: unknown) => setTrouble(errorText(asAppError(error)).says),
    )
  }
  if (!asks)
    return (
      <Button look="text" onClick={() => setAsks(true)}>
        Delete this map…
      </Button>
    )
  return (
    <>
      <p role="alert">
        {trouble === '' ? 'Delete the map for everybody? Nothing brings it back; save it as a file first.' : trouble}
      </p>
      <p className={styles['acts']}>
        <Button look="text" onClick={remove}>
          Delete it for everybody
        </Button>
        <Button look="text" onClick={() => setAsks(false)}>
          Keep it
        </Button>
      </p>
    </>
  )
}
