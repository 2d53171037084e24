/** What minutes are made of: a workshop as everybody may see it, in the words of its map. */
import type { MapRead } from '@throughline/shared/doc'
import type { MinutesSource, Said } from '@throughline/shared/minutes'
import { findNotices, sortNotices } from '@throughline/shared/notices'
import type { BlockId, EpochMs, PositioningMap } from '@throughline/shared/schema'
import {
  participantOf,
  promptSeen,
  shownVoice,
  type Course,
  type Settled,
  type Vote,
  type Workshop,
} from './rules/index.ts'

export interface MinutesRecord {
  readonly workshop: Workshop
  /** Private writing that a backup has left out. */
  readonly lost: number
}

/** Of a map with hundreds of them, the first; how many more there are is said. */
const OPEN_AT_MOST = 20

export function minutesSource(
  { workshop, lost }: MinutesRecord,
  {
    map,
    dismissed,
    head,
  }: Pick<MapRead, 'map' | 'dismissed'> & { readonly head: { readonly changedAt: EpochMs | null } },
): MinutesSource {
  const { course } = workshop
  const { startedAt, endedAt, programme, reached } = course
  const asOf = Math.max(head.changedAt ?? 0, endedAt ?? startedAt, ...course.decisions.map(({ at }) => at)) as EpochMs
  return {
    title: map.title,
    ...{ startedAt, endedAt, asOf, programme, reached, lost },
    people: course.people.map(({ name, voice, facilitator }) => ({ name, voice: nameOf(voice, map), facilitator })),
    prompts: promptsOf(workshop, map),
    votes: course.votes.map(voteOf),
    decisions: course.decisions.map((settled) => settledOf(settled, course, map)),
    dissents: course.dissents.map((settled) => settledOf(settled, course, map)),
    open: openOn(map, dismissed, asOf),
  }
}

/** A voice's name, or what somebody said that they speak for. */
function nameOf(voice: string | null, map: PositioningMap): string | null {
  const shown = shownVoice(voice, map)
  return map.voices.find(({ id }) => id === shown)?.name ?? shown
}

const statementOf = (id: string, { blocks }: PositioningMap) => blocks.get(id as BlockId)?.statement ?? ''

function promptsOf(workshop: Workshop, map: PositioningMap): MinutesSource['prompts'] {
  const { programme, reached } = workshop.course
  const byPrompt = Map.groupBy(workshop.writings.values(), ({ prompt }) => prompt)
  const asked = programme.stages.slice(0, reached + 1).flatMap(({ prompts }) => prompts)
  return asked.map((prompt) => {
    const answers = byPrompt.get(prompt.id) ?? []
    const { text, block, tellings } = promptSeen(workshop, prompt, answers, map)
    const said = tellings?.map((telling) => ({
      voice: nameOf(telling.voice, map),
      text: telling.text,
      name: telling.name ?? '',
      adopted: (telling.adopted ?? []).length > 0,
      late: telling.late === true,
    }))
    return { text, block: block ? statementOf(block, map) : '', written: answers.length, tellings: said ?? null }
  })
}

function voteOf({ stage, dots, result }: Vote): MinutesSource['votes'][number] {
  if (result === null) return { stage, dots, result: null }
  const { voters, counts, about } = result
  return { stage, dots, result: { voters, counts: about.map(({ id, text }) => ({ text, dots: counts[id] ?? 0 })) } }
}

function settledOf(
  { about, text, by, at, there }: Settled,
  course: Course,
  map: PositioningMap,
): MinutesSource['decisions'][number] {
  const name = participantOf(course, by)?.name ?? ''
  return { block: about, statement: statementOf(about, map), text, by: name, at, there }
}

/** What the argument of the map lacks, and nobody has left as it is. */
function openOn(map: PositioningMap, dismissed: MapRead['dismissed'], asOf: EpochMs): readonly Said[] {
  const today = new Date(asOf).toISOString().slice(0, 10)
  const lacking = sortNotices(map, findNotices(map, today), dismissed).open.filter(({ group }) => group === 'argument')
  const said = lacking.slice(0, OPEN_AT_MOST).map(({ about: [first], says }): Said => {
    const statement = first === undefined ? '' : statementOf(first, map)
    return statement === '' ? { text: says, aside: '' } : { text: statement, aside: says }
  })
  const more = lacking.length - said.length
  return more > 0 ? [...said, { text: `${more} more.`, aside: '' }] : said
}
