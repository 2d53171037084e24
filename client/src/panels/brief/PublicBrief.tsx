/** What readers see of the brief: the map as it stands, or one version of it. Owners choose. */
import type { PublicBrief as Shown, VersionView } from '@throughline/shared/protocol'
import { asAppError } from '@throughline/shared/errors'
import { useEffect, useState } from 'react'
import { publicBriefOf, setPublicBrief } from '../../api/brief.ts'
import { useSession } from '../../session/hooks.ts'
import { errorText } from '../../text/errors.ts'
import { NAME_FOR_READERS, PUBLIC_BRIEF, sayNamed, saySeen } from '../../text/public-brief.ts'
import { Button } from '../../ui/Button.tsx'
import { Select } from '../../ui/Field.tsx'
import styles from './Clothes.module.css'
import { Fold } from './Fold.tsx'
import fold from './Fold.module.css'

/** What it shows is the server's, and asked for when the panel opens. */
export function PublicBrief() {
  const { mapId, role } = useSession()
  const [shown, setShown] = useState<Shown | null>(null)
  const [says, setSays] = useState('')
  useEffect(() => {
    let left = false
    publicBriefOf(mapId).then(
      (answer) => left || setShown(answer),
      // Out of reach: there is nothing to say about it, and the bar says why.
      () => undefined,
    )
    return () => {
      left = true
    }
  }, [mapId])
  if (shown === null) return null
  if (role !== 'owner')
    return (
      <div className={fold['fold']}>
        <p className={styles['says']}>{saySeen(shown)}</p>
      </div>
    )
  const choose = (version: string | null) => {
    setSays('')
    setPublicBrief(mapId, version).then(
      (answer) => {
        setShown(answer)
        setSays(saySeen(answer))
      },
      (error: unknown) => setSays(errorText(asAppError(error)).says),
    )
  }
  return (
    <Fold title={PUBLIC_BRIEF.title} open={shown.lost}>
      <Choices shown={shown} onChoose={choose} />
      <p role="status" className={styles['says']}>
        {says === '' && shown.lost ? PUBLIC_BRIEF.lost : says}
      </p>
    </Fold>
  )
}

interface ChoicesProps {
  readonly shown: Shown
  readonly onChoose: (version: string | null) => void
}

function Choices({ shown, onChoose }: ChoicesProps) {
  const session = useSession()
  const [versions, setVersions] = useState<readonly VersionView[]>([])
  const [unlisted, setUnlisted] = useState('')
  const [busy, setBusy] = useState(false)
  const list = () =>
    // With what reads versions, which nobody needs to look at a brief.
    import('../../api/versions.ts')
      .then(({ listVersions }) => listVersions(session.mapId))
      .then((all) => {
        setVersions(all.filter(({ auto }) => !auto))
        setUnlisted('')
      })
      .catch((error: unknown) => setUnlisted(`${PUBLIC_BRIEF.unlisted} ${errorText(asAppError(error)).says}`))
  // oxlint-disable-next-line react-hooks/exhaustive-deps -- as it is unfolded, and when one is kept here
  useEffect(() => void list(), [])
  const keepNow = async () => {
    setBusy(true)
    try {
      const { keepVersion } = await import('../../api/versions.ts')
      const { id } = await keepVersion(session.mapId, NAME_FOR_READERS)
      onChoose(id)
      await list()
    } catch (error) {
      session.say(errorText(asAppError(error)).says)
    } finally {
      setBusy(false)
    }
  }
  const options = [
    { value: '', says: PUBLIC_BRIEF.follows },
    ...versions.map((version) => ({ value: version.id, says: sayNamed(version) })),
  ]
  return (
    <div className={styles['part']}>
      <Select
        label={PUBLIC_BRIEF.version}
        value={shown.version?.id ?? ''}
        options={options}
        onChoose={(id) => onChoose(id === '' ? null : id)}
      />
      {unlisted === '' ? (
        <p className={styles['says']}>{PUBLIC_BRIEF.named}</p>
      ) : (
        <p role="alert" className={styles['says']}>
          {unlisted} <Button onClick={() => void list()}>{PUBLIC_BRIEF.listAgain}</Button>
        </p>
      )}
      <p className={styles['actions']}>
        <Button disabled={busy} onClick={() => void keepNow()}>
          {PUBLIC_BRIEF.keepNow}
        </Button>
      </p>
    </div>
  )
}
