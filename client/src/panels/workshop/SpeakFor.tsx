/** Whose story one tells; what was written before stays with the voice that it was written for. */
import type { WorkshopView } from '@throughline/shared/protocol'
import { NO_VOICE, SPEAK_FOR } from '../../text/workshop.ts'
import { Select } from '../../ui/Field.tsx'
import type { LiveWorkshop } from '../../workshop/index.ts'

export function SpeakFor({ live, view }: { readonly live: LiveWorkshop; readonly view: WorkshopView }) {
  const { voices, people, me } = view
  const own = people.find(({ person }) => person === me.person)?.voice ?? ''
  const options = [{ value: '', says: NO_VOICE }, ...voices.map(({ id, name }) => ({ value: id, says: name }))]
  // One that the map no longer has.
  const known = options.some(({ value }) => value === own) ? options : [...options, { value: own, says: own }]
  return (
    <Select
      label={SPEAK_FOR}
      value={own}
      options={known}
      onChoose={(voice) => void live.send({ type: 'speak-for', voice: voice === '' ? null : voice })}
    />
  )
}
