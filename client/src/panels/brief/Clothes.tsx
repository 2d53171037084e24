/** The colour and the logo of a brief: chosen by those who may edit the map, for everybody and every format. */
import { ACCENTS, shownAccent } from '@throughline/shared/brief'
import { setAccent, setLogo } from '@throughline/shared/doc'
import { asAppError } from '@throughline/shared/errors'
import { LIMITS, type Composition, type Logo } from '@throughline/shared/schema'
import { useId, useRef, useState } from 'react'
import { useBeforeLock, useSession } from '../../session/hooks.ts'
import { CLOTHES, sayDarkened } from '../../text/clothes.ts'
import { pictureRefusal } from '../../text/pictures.ts'
import { Button } from '../../ui/Button.tsx'
import { Choice, Field } from '../../ui/Field.tsx'
import styles from './Clothes.module.css'
import { Fold } from './Fold.tsx'
import { makeLogo } from './make-logo.ts'

export function Clothes({ brief }: { readonly brief: Composition }) {
  return (
    <Fold title={CLOTHES.title}>
      <Accent accent={brief.accent} />
      <LogoChoice logo={brief.logo} />
    </Fold>
  )
}

const COLOURS = [
  { value: '', says: CLOTHES.asDesigned },
  ...ACCENTS.map(({ name, color }) => ({ value: color as string, says: name, swatch: color })),
]

function Accent({ accent }: { readonly accent: string }) {
  const session = useSession()
  const own = useId()
  const shown = shownAccent(accent)
  const isOwn = !COLOURS.some(({ value }) => value === accent)
  const choose = (color: string) => session.edit((map) => setAccent(map, color))
  return (
    <div className={styles['part']}>
      <Choice label={CLOTHES.colour} value={accent} options={COLOURS} onChoose={choose} />
      <p className={styles['own']}>
        <label htmlFor={own}>{CLOTHES.own}</label>
        <input
          id={own}
          type="color"
          value={accent === '' ? ACCENTS[0].color : accent}
          onChange={(event) => choose(event.target.value)}
        />
        {isOwn && <span className={styles['code']}>{accent}</span>}
      </p>
      <p role="status" className={styles['says']}>
        {shown?.isDarkened === true && sayDarkened(shown.color)}
      </p>
    </div>
  )
}

function LogoChoice({ logo }: { readonly logo: Logo | null }) {
  const session = useSession()
  const picker = useRef<HTMLInputElement>(null)
  const [says, setSays] = useState('')
  const take = async (file: File) => {
    setSays(CLOTHES.sending)
    const made = await makeLogo(file)
    if (made === null) return setSays(CLOTHES.unreadable)
    try {
      // With the checks of what the server answers, which nobody needs to open a map.
      const { sendPicture } = await import('../../api/assets.ts')
      const { id, width, height } = await sendPicture(session.mapId, made.bytes)
      session.edit((map) => setLogo(map, { asset: id, width, height, alt: logo?.alt ?? '' }))
      return setSays(CLOTHES.taken)
    } catch (error) {
      return setSays(pictureRefusal(asAppError(error)))
    }
  }
  return (
    <div className={styles['part']}>
      <p className={styles['name']}>{CLOTHES.logo}</p>
      <p className={styles['actions']}>
        <Button onClick={() => picker.current?.click()}>{logo === null ? CLOTHES.choose : CLOTHES.other}</Button>
        {logo !== null && (
          <Button look="text" onClick={() => session.edit((map) => setLogo(map, null))}>
            {CLOTHES.remove}
          </Button>
        )}
      </p>
      <input
        ref={picker}
        type="file"
        accept="image/*"
        hidden
        aria-label={CLOTHES.file}
        onChange={(event) => {
          const file = event.target.files?.[0]
          event.target.value = ''
          if (file !== undefined) void take(file)
        }}
      />
      {logo !== null && <Alt key={logo.alt} logo={logo} />}
      <p role="status" className={styles['says']}>
        {says}
      </p>
    </div>
  )
}

/** Written when one leaves the line; what others write meanwhile is shown at once. */
function Alt({ logo }: { readonly logo: Logo }) {
  const session = useSession()
  const [alt, setAlt] = useState(logo.alt)
  const write = () => {
    if (alt.trim() !== logo.alt) session.edit((map) => setLogo(map, { ...logo, alt: alt.trim() }))
  }
  useBeforeLock(write)
  return (
    <Field
      label={CLOTHES.alt}
      hint={CLOTHES.altHint}
      value={alt}
      maxLength={LIMITS.altLength}
      autoComplete="off"
      onChange={(event) => setAlt(event.target.value)}
      onBlur={write}
      onKeyDown={(event) => event.key === 'Enter' && write()}
    />
  )
}
