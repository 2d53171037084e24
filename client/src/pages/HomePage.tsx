/** Where maps begin: the ones this browser knows, and the ways to a new one. */
import { useCallback, useEffect, useRef, useState } from 'react'
import { forgetMap, knownMaps } from '../browser/known-maps.ts'
import { DropHint } from '../panels/import/DropHint.tsx'
import { MapFileInput } from '../panels/import/MapFileInput.tsx'
import { useFileDrop } from '../panels/import/use-file-drop.ts'
import { DROP_TEXT } from '../text/paste.ts'
import { errorText } from '../text/errors.ts'
import { Mark } from '../ui/Mark.tsx'
import { ThemeMenu } from '../ui/ThemeMenu.tsx'
import { FirstVisit } from './home/FirstVisit.tsx'
import { MapList } from './home/MapList.tsx'
import { NewMap } from './home/NewMap.tsx'
import { NewMapDialogs } from './home/NewMapDialogs.tsx'
import { useNewMap } from './home/use-new-map.ts'
import { NewerReady } from './NewerReady.tsx'
import styles from './HomePage.module.css'

export function HomePage() {
  const [maps, setMaps] = useState(knownMaps)
  const file = useRef<HTMLInputElement>(null)
  const newMap = useNewMap()
  const { busy, trouble, toMake, wantsKey, make, looking, setLooking, lookAt } = newMap
  const [templates, setTemplates] = useState(false)
  const choose = useCallback((file: File) => lookAt({ is: 'file', file }), [lookAt])
  const isFree = toMake === null && wantsKey === null && looking.is === 'nothing' && !templates
  const over = useFileDrop(choose, isFree)
  useEffect(() => {
    document.title = 'Throughline'
  }, [])
  const forget = useCallback((id: (typeof maps)[number]['id']) => {
    forgetMap(id)
    setMaps(knownMaps())
  }, [])
  const ways = {
    busy,
    onExample: () => make({ template: 'example' }),
    onTemplate: () => setTemplates(true),
    onPaste: () => setLooking({ is: 'asking' }),
  }
  const blank = () => make({ template: 'blank' })
  const saysTrouble = trouble === null ? undefined : errorText(trouble).says
  return (
    <div className={styles['page']}>
      <NewerReady />
      <header className={styles['bar']}>
        <span className={styles['name']}>
          <Mark width={39} />
          Throughline
        </span>
        <span className={styles['where']}>
          On this server: {window.location.host}
          <ThemeMenu />
        </span>
      </header>
      <main>
        {maps.length === 0 ? (
          <FirstVisit {...ways} onStart={blank} />
        ) : (
          <>
            <MapList maps={maps} now={Date.now()} onForget={forget} />
            <NewMap {...ways} onBlank={blank} />
          </>
        )}
        <p className={styles['trouble']} role="alert">
          {isFree && saysTrouble}
        </p>
      </main>
      <MapFileInput ref={file} onChosen={choose} />
      {over && <DropHint says={DROP_TEXT} />}
      <NewMapDialogs
        newMap={newMap}
        templates={templates}
        onTemplates={setTemplates}
        onFile={() => file.current?.click()}
      />
    </div>
  )
}
