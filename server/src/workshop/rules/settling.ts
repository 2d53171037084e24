/**
 * From the workshop to the map: adopting what was revealed, settling a wording, keeping a dissent. Nothing of this
 * happens by itself.
 */
import { includes } from '@throughline/shared/access'
import { ok, refused, type Result } from '@throughline/shared/base'
import { cleanLine, cutText, LIMITS, type Block, type BlockId, type BlockKind } from '@throughline/shared/schema'
import { isLockedFor, lockOf } from './lock.ts'
import { became, type Means, type Refusal, type Stepped } from './outcome.ts'
import { namesOfThose } from './people.ts'
import { promptOf } from './prompts.ts'
import { voiceOf } from './voices.ts'
import { revealedWriting } from './writing.ts'
import { withCourse, type Actor, type Settled, type Workshop } from './workshop.ts'

/** Whoever facilitates; others while the canvas is open, and those who may only comment while a workshop runs, too. */
function mayEdit({ course }: Workshop, { person, role }: Actor): Result<null, Refusal> {
  const isEditor = includes(role, 'editor')
  if (course.state !== 'running') return isEditor ? ok(null) : refused('not-running')
  if (!isLockedFor(course, person)) return ok(null)
  return refused(isEditor || lockOf(course)?.by !== null ? 'locked' : 'needs-editor')
}

export interface Adopting {
  readonly writing: string
  readonly block?: string | undefined
  readonly kind?: BlockKind | undefined
}

/** As a block of its own, or as what its voice tells of a block. Twice is once. */
export function adopt(workshop: Workshop, by: Actor, asked: Adopting, { map }: Means): Stepped {
  const may = mayEdit(workshop, by)
  if (!may.ok) return may
  const writing = revealedWriting(workshop, asked.writing)
  if (writing === undefined) return refused('nothing-there')
  const text = cutText(cleanLine(writing.text), LIMITS.statementLength)
  if (asked.block === undefined) {
    const block = `w-${writing.id}` as BlockId
    const kind = asked.kind ?? promptOf(writing.prompt, workshop.course)?.kind ?? 'value'
    return became(noteAdopted(workshop, writing.id, block), { is: 'new-block', block, kind, statement: text })
  }
  const block = blockOf(map, asked.block)
  if (block === undefined) return refused('nothing-there')
  const voice = voiceOf(writing.voice, map)
  if (voice === null) return refused('no-voice')
  return became(noteAdopted(workshop, writing.id, block.id), { is: 'telling', block: block.id, voice, text })
}

function noteAdopted(workshop: Workshop, writing: string, block: BlockId): Workshop {
  const { adopted } = workshop.course
  const before = adopted[writing] ?? []
  // What it was adopted as beyond that is on the map all the same.
  if (before.includes(block) || before.length >= LIMITS.adoptedAs) return workshop
  return withCourse(workshop, { adopted: { ...adopted, [writing]: [...before, block] } })
}

export interface Said {
  readonly about: string
  readonly text: string
}

/** The statement reads so and is agreed on, by those who are there; what was settled of it before gives way. */
export function decide(workshop: Workshop, by: Actor, { about, text }: Said, means: Means): Stepped {
  const may = mayEdit(workshop, by)
  if (!may.ok) return may
  const block = blockOf(means.map, about)
  if (block === undefined) return refused('nothing-there')
  const settled = settledBy(workshop, by, block, text, means)
  const others = workshop.course.decisions.filter((one) => one.about !== about)
  if (others.length >= LIMITS.settled) return refused('enough')
  const decisions = [...others, settled]
  const onMap = { is: 'agreed', block: block.id, statement: settled.text, by: sayNames(settled.there) } as const
  return became(withCourse(workshop, { decisions }), onMap)
}

/** One a person and block, in their own words. */
export function dissent(workshop: Workshop, by: Actor, { about, text }: Said, means: Means): Stepped {
  const block = blockOf(means.map, about)
  if (block === undefined) return refused('nothing-there')
  const settled = settledBy(workshop, by, block, text, means)
  const others = workshop.course.dissents.filter((one) => one.about !== about || one.by !== by.person)
  if (others.length >= LIMITS.settled) return refused('enough')
  const dissents = [...others, settled]
  return became(withCourse(workshop, { dissents }), { is: 'dissent', block: block.id, text: settled.text })
}

function settledBy(workshop: Workshop, by: Actor, { id }: Block, text: string, means: Means): Settled {
  const said = cutText(cleanLine(text), LIMITS.statementLength)
  const there = namesOfThose(workshop, means, by)
  return { about: id, text: said, by: by.person, at: means.now, there }
}

/** As many as fit beside a wording; the workshop keeps them all. */
function sayNames(names: readonly string[]): string {
  for (let count = names.length; count > 0; count -= 1) {
    const rest = names.length - count
    const some = names.slice(0, count)
    const said = rest > 0 ? `${some.join(', ')} and ${rest} more` : some.join(', ')
    if (said.length <= LIMITS.nameLength) return said
  }
  return ''
}

function blockOf({ blocks }: Means['map'], id: string): Block | undefined {
  return blocks.get(id as BlockId)
}
