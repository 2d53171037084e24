/**
 * Private writing and its reveal.
 *
 * - **WR1** Nobody's writing changes but by its author, and none is lost by going back or forth.
 * - **WR2** A prompt is closed again by nothing: what has been read was read.
 */
import { refused } from '@throughline/shared/base'
import { cleanParagraphs, cutText, LIMITS } from '@throughline/shared/schema'
import { became, type Means, type Stepped } from './outcome.ts'
import { promptsNow, whereIs } from './prompts.ts'
import { participantOf, withCourse, type Actor, type Workshop, type Writing } from './workshop.ts'

/** Late comers write too, and after the reveal: it only says so. `''` takes it back. */
export function write(workshop: Workshop, by: Actor, said: { prompt: string; text: string }, means: Means): Stepped {
  const { course } = workshop
  const where = whereIs(said.prompt, course)
  if (where === 'nowhere') return refused('no-such-prompt')
  if (where === 'ahead') return refused('not-open-yet')
  const text = cutText(cleanParagraphs(said.text), LIMITS.statementLength)
  const known = ownWriting(workshop, by.person, said.prompt)
  if (text === (known?.text ?? '')) return became(workshop)
  const writings = new Map(workshop.writings)
  if (text === '' && known !== undefined) writings.delete(known.id)
  else {
    const voice = participantOf(course, by.person)?.voice ?? by.voice
    const late = course.revealed.includes(said.prompt)
    const id = known?.id ?? means.newId()
    writings.set(id, { id, prompt: said.prompt, person: by.person, voice, text, late })
  }
  return became({ ...workshop, writings })
}

export function ownWriting({ writings }: Workshop, person: string, prompt: string): Writing | undefined {
  return writings.values().find((one) => one.person === person && one.prompt === prompt)
}

/** One prompt, or all that are before people. */
export function reveal(workshop: Workshop, prompt: string | undefined): Stepped {
  const { course } = workshop
  const kind = course.programme.stages[course.index]?.kind
  if (kind !== 'gather' && kind !== 'reveal') return refused('wrong-stage')
  const where = prompt === undefined ? 'open' : whereIs(prompt, course)
  if (where === 'nowhere') return refused('no-such-prompt')
  if (where === 'ahead') return refused('not-open-yet')
  const wanted = prompt === undefined ? promptsNow(course).map(({ id }) => id) : [prompt]
  const fresh = wanted.filter((id) => !course.revealed.includes(id))
  // Said as it is: there is nothing left to open.
  if (fresh.length === 0) return refused('revealed')
  return became(withCourse(workshop, { revealed: [...course.revealed, ...fresh] }))
}

/** Undefined before it is revealed, too: nobody learns by its id that it is there. */
export function revealedWriting({ course, writings }: Workshop, id: string): Writing | undefined {
  const writing = writings.get(id)
  return writing !== undefined && course.revealed.includes(writing.prompt) ? writing : undefined
}
