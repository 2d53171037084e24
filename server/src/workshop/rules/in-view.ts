/**
 * What of the map people look at together, for pages that have no map: where everybody was brought, and what is settled.
 * Whoever takes part may read the map, so nothing of it is private.
 */
import type { BlockView, WorkshopView } from '@throughline/shared/protocol'
import { LIMITS, type Block, type BlockId, type PositioningMap } from '@throughline/shared/schema'
import { endsOf, textOf } from './choices.ts'
import { promptsNow } from './prompts.ts'
import { participantOf, type Course, type Workshop } from './workshop.ts'

export function broughtSeen(workshop: Workshop, map: PositioningMap): WorkshopView['brought'] {
  const { brought } = workshop.course
  if (brought === null || brought.about === null) return brought
  const { about } = brought
  return { ...brought, blocks: endsOf(about, map), text: textOf(about, workshop, map) ?? '' }
}

/**
 * Those that everybody was brought to, first, and those that are asked about. While wordings are settled, and when all is over, those too that were
 * settled, that somebody dissents from, and that came of what was written: the last that was touched before the others.
 */
export function blocksSeen({ course }: Workshop, map: PositioningMap): readonly BlockView[] {
  const about = course.brought?.about ?? null
  const brought = about === null ? [] : endsOf(about, map)
  const asked = promptsNow(course).flatMap(({ block }) => block ?? [])
  const ids = new Set([...brought, ...asked, ...(isSettling(course) ? touched(course) : [])])
  const blocks = [...ids].flatMap((id) => map.blocks.get(id as BlockId) ?? [])
  return blocks.slice(0, LIMITS.blocksInView).map((block) => blockSeen(block, course, map))
}

const isSettling = ({ state, programme, index }: Course) =>
  state === 'ended' || programme.stages[index]?.kind === 'decide'

function touched({ decisions, dissents, adopted }: Course): readonly string[] {
  const settled = [...decisions, ...dissents].toSorted((a, b) => b.at - a.at).map(({ about }) => about)
  return [...settled, ...Object.values(adopted).flat().toReversed()]
}

function blockSeen({ id, kind, statement, agreed, tellings }: Block, course: Course, map: PositioningMap): BlockView {
  const told = map.voices.flatMap(({ id: voice }) => {
    const text = tellings.get(voice)
    return text === undefined ? [] : [{ voice, text }]
  })
  const against = course.dissents.filter(({ about }) => about === id)
  return {
    block: id,
    kind,
    statement,
    // What was agreed on and reads otherwise now is agreed no more.
    agreed: agreed !== null && agreed.statement === statement ? (agreed.by ?? '') : null,
    settled: course.decisions.some(({ about }) => about === id),
    tellings: told,
    dissents: against.map(({ by, text }) => ({ person: by, name: participantOf(course, by)?.name ?? '', text })),
  }
}
