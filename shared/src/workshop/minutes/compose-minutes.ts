/**
 * What a workshop leaves in writing, in the order in which one asks: who, what for, what was said, what came of it, what
 * is open.
 *
 * - **MN1** The same workshop on the same map gives the same minutes, whoever asks and whenever.
 * - **MN2** Of what was not revealed they say how much there is and nothing else.
 * - **MN3** Every section is there; one that has nothing to say says that.
 */
import { sayDate } from '../../brief/index.ts'
import type { Minutes, MinutesPart, MinutesSection, MinutesSource, Said } from './minutes.ts'
import { count, joined, plainSaid, quoted, sayLength, sayTime, stopped } from './say.ts'
import { stageName } from '../stage-names.ts'
import { votesOf } from './votes.ts'
import { writingOf } from './writing.ts'

export function composeMinutes(source: MinutesSource): Minutes {
  const { startedAt, title, asOf } = source
  const began = new Date(startedAt).toISOString()
  const at = new Date(asOf)
  return {
    title: `Workshop, ${sayDate(began)}`,
    day: began.slice(0, 10),
    subject: title.trim() === '' ? 'A map without a title' : title,
    lead: leadOf(source),
    asOf: at.toISOString(),
    sections: [
      section('Who was there', whoWasThere(source)),
      section('Programme', programmeOf(source)),
      section('What was written', writingOf(source)),
      section('Votes', votesOf(source)),
      section('Decisions', decisionsOf(source)),
      section('Seen differently', dissentsOf(source)),
      section('What is open', openOf(source)),
    ],
    foot: `As of ${sayDate(at.toISOString())}, ${sayTime(asOf)} UTC. What was not revealed stays with whoever wrote it, and is not in here.`,
  }
}

const section = (heading: string, parts: readonly MinutesPart[]): MinutesSection => ({ heading, parts })
const remark = (text: string): MinutesPart => ({ is: 'remark', text })

function leadOf({ programme, startedAt, endedAt }: MinutesSource): string {
  const from = sayTime(startedAt)
  if (endedAt === null) return `${programme.title}. Began at ${from} UTC and is still running.`
  const [first, last] = [startedAt, endedAt].map((at) => sayDate(new Date(at).toISOString()))
  const to = first === last ? sayTime(endedAt) : `${last}, ${sayTime(endedAt)}`
  return `${programme.title}. From ${from} to ${to} UTC, ${sayLength(endedAt - startedAt)}.`
}

function whoWasThere({ people }: MinutesSource): readonly MinutesPart[] {
  const named = people.filter(({ name }) => name.trim() !== '')
  const nameless = people.length - named.length
  const items = named.map(({ name, voice, facilitator }): Said => {
    return {
      text: name,
      aside: [voice ?? '', facilitator ? 'facilitated' : ''].filter((word) => word !== '').join(', '),
    }
  })
  return [
    ...(items.length === 0 ? [] : [{ is: 'list', items } as const]),
    ...(nameless === 0 ? [] : [remark(`${count(nameless, 'person', 'people')} gave no name.`)]),
  ]
}

function programmeOf({ programme, reached }: MinutesSource): readonly MinutesPart[] {
  const items = programme.stages.slice(0, reached + 1).map((stage): Said => {
    const length = stage.lastsMs === null ? '' : sayLength(stage.lastsMs)
    return { text: stageName(stage), aside: [length, stage.instruction].filter((word) => word !== '').join('. ') }
  })
  const ahead = programme.stages.slice(reached + 1).map(stageName)
  return [{ is: 'steps', items }, ...(ahead.length === 0 ? [] : [remark(`Not reached: ${joined(ahead)}.`)])]
}

/** A block that was settled twice has its last wording, and the one before beside it. */
function decisionsOf({ decisions }: MinutesSource): readonly MinutesPart[] {
  const byBlock = Map.groupBy(decisions, ({ block }) => block)
  const items = [...byBlock.values()].flatMap((all): readonly Said[] => {
    const last = all.at(-1)
    if (last === undefined) return []
    const before = all.slice(0, -1).map(({ text }) => quoted(text))
    const there = last.there.length === 0 ? '' : ` with ${joined(last.there)}`
    const since = last.statement === last.text || last.statement === '' ? '' : ` Reads ${quoted(last.statement)} now.`
    const was = before.length === 0 ? '' : ` Before that: ${stopped(joined(before))}`
    return [{ text: last.text, aside: `Agreed at ${sayTime(last.at)} UTC${there}.${was}${since}` }]
  })
  return items.length === 0 ? [remark('No wording was settled.')] : [{ is: 'list', items }]
}

function dissentsOf({ dissents }: MinutesSource): readonly MinutesPart[] {
  if (dissents.length === 0) return [remark('Nobody said that they see it differently.')]
  const items = dissents.map(({ text, by, statement }): Said => {
    const who = by.trim() === '' ? 'Somebody' : by
    return { text, aside: statement === '' ? who : `${who}, on ${quoted(statement)}` }
  })
  return [{ is: 'list', items }]
}

function openOf(source: MinutesSource): readonly MinutesPart[] {
  const { prompts, votes, dissents, open, programme, reached, endedAt } = source
  const hidden = prompts.filter(({ written, tellings }) => tellings === null && written > 0).length
  const left = prompts.flatMap(({ tellings }) => tellings ?? []).filter(({ adopted }) => !adopted).length
  const voting = votes.filter(({ result }) => result === null).length
  const about = new Set(dissents.map(({ block }) => block)).size
  const ahead = programme.stages.length - 1 - reached
  const own = [
    about > 0 ? `${count(about, 'block')} that somebody sees differently.` : '',
    hidden > 0 ? `${count(hidden, 'question')} whose answers were not revealed.` : '',
    voting > 0 ? `${count(voting, 'vote')} not closed.` : '',
    left > 0 ? `${count(left, 'revealed answer')} that nobody has adopted.` : '',
    endedAt !== null && ahead > 0 ? `${count(ahead, 'stage')} of the programme not reached.` : '',
  ].filter((line) => line !== '')
  if (own.length + open.length === 0) return [remark('Nothing that the workshop or the map would show.')]
  return [
    ...(own.length === 0 ? [] : [{ is: 'list', items: own.map(plainSaid) } as const]),
    ...(open.length === 0
      ? []
      : [{ is: 'label', text: 'On the map, as it is now' } as const, { is: 'list', items: open } as const]),
  ]
}
