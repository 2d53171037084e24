/** The brief beside the canvas: composed here from the map as it stands this moment, so it changes while one writes. */
import { blocksOf, type BlockId } from '@throughline/shared/schema'
import { useDeferredValue, useMemo, useState } from 'react'
import { pictureAddress, type BriefWish } from '../../api/brief.ts'
import { briefAddress } from '../../routes.ts'
import { useCanWrite, useMap, useMapSnapshot, useSession } from '../../session/hooks.ts'
import { count, sentence } from '../../text/words.ts'
import { Panel } from '../../ui/Panel.tsx'
import { Arrangement } from './Arrangement.tsx'
import { BriefChoices } from './BriefChoices.tsx'
import { BriefSheet } from './sheet/BriefSheet.tsx'
import { Clothes } from './Clothes.tsx'
import { composeHere, copyPieces } from './compose-here.ts'
import { CopyKit } from './CopyKit.tsx'
import { PublicBrief } from './PublicBrief.tsx'
import { guessPaper } from './guess-paper.ts'
import styles from './BriefPanel.module.css'

export function BriefPanel({ onClose }: { readonly onClose?: (() => void) | undefined }) {
  const canWrite = useCanWrite()
  const session = useSession()
  const map = useDeferredValue(useMap())
  const [wish, setWish] = useState<BriefWish>(() => ({
    audience: null,
    paper: guessPaper(),
    design: 'quiet',
    dissent: '0',
    lens: null,
    wording: 'now',
  }))
  const decided = useMapSnapshot((snapshot) => snapshot.decided)
  const { brief, audience } = useMemo(() => composeHere(map, decided, wish), [map, decided, wish])
  const pieces = useMemo(() => copyPieces(map, audience), [map, audience])
  const shown = { ...wish, audience }
  const audiences = blocksOf(map, 'audience').map(({ id, statement }) => ({ id, words: statement }))
  const choices = (
    <BriefChoices
      map={session.mapId}
      audiences={audiences}
      dissents={brief.dissents > 0}
      wish={shown}
      brief={brief}
      onWish={setWish}
    />
  )
  // On a phone the page needs the height that a foot would take.
  const phone = onClose === undefined
  return (
    <Panel
      title="Brief"
      intro="One page, from the map as it stands now."
      width={560}
      onClose={onClose}
      foot={phone ? undefined : choices}
    >
      <div className={styles['page']}>
        <BriefSheet
          brief={brief}
          paper={wish.paper}
          design={wish.design}
          foot="As the map stands now."
          logo={brief.logo && pictureAddress(session.mapId, brief.logo.asset)}
        />
      </div>
      <p className={styles['below']}>
        <a href={briefAddress(session.mapId)}>Open it as a page</a>
        <LeftOut ids={brief.leftOut.filter((id) => !brief.keptOff.includes(id))} />
      </p>
      {canWrite && <Arrangement map={map} />}
      {canWrite && <Clothes brief={map.brief} />}
      <PublicBrief />
      <CopyKit pieces={pieces} />
      {phone && choices}
    </Panel>
  )
}

function LeftOut({ ids }: { readonly ids: readonly BlockId[] }) {
  const session = useSession()
  if (ids.length === 0) return null
  return (
    <button type="button" className={styles['left-out']} onClick={() => session.canvas?.showBlocks(ids)}>
      {sentence(count(ids.length, 'block'))} not on it
    </button>
  )
}
