/** What one can vote on, be brought to or settle: things of the map, and what has been revealed. */
import type { Block, BlockId, PositioningMap, VoiceId } from '@throughline/shared/schema'
import { promptsNow } from './prompts.ts'
import { revealedWriting } from './writing.ts'
import type { Choice, Vote, Workshop } from './workshop.ts'

/** A block, a link, `<block>:<voice>`, or a piece of revealed writing. */
export function isThere(about: string, workshop: Workshop, map: PositioningMap): boolean {
  return textOf(about, workshop, map) !== null
}

/** What the stage puts up, and behind it whatever else has dots. */
export function choicesFor(
  workshop: Workshop,
  vote: Pick<Vote, 'stage'>,
  map: PositioningMap,
  others: readonly string[] = [],
): readonly Choice[] {
  const offered = offeredIn(workshop, vote.stage, map)
  const ids = new Set(offered.map(({ id }) => id))
  const more = others.filter((id) => !ids.has(id))
  return [...offered, ...more.map((id) => ({ id, text: textOf(id, workshop, map) ?? '' }))]
}

function offeredIn(workshop: Workshop, at: number, map: PositioningMap): readonly Choice[] {
  const stage = workshop.course.programme.stages[at]
  if (stage === undefined) return []
  const wanted = (block: Block) => stage.kinds.length === 0 || stage.kinds.includes(block.kind)
  const blocks = [...map.blocks.values()].filter(wanted)
  switch (stage.votesOn) {
    case 'writing':
      return writingChoices(workshop, at)
    case 'blocks':
      return blocks.filter(({ statement }) => statement !== '').map(({ id, statement }) => ({ id, text: statement }))
    case 'tellings':
      return blocks.flatMap(({ id, tellings }) =>
        [...tellings].map(([voice, text]) => ({ id: `${id}:${voice}`, text })),
      )
    case 'links':
      return map.links.map(({ id }) => ({ id, text: textOf(id, workshop, map) ?? '' }))
  }
}

/** Of the last prompts before the vote, in the order in which they are shown. */
function writingChoices(workshop: Workshop, at: number): readonly Choice[] {
  const asked = promptsNow({ ...workshop.course, index: at, state: 'running' })
  const revealed = [...workshop.writings.keys()].flatMap((id) => revealedWriting(workshop, id) ?? [])
  return asked.flatMap(({ id: prompt }) =>
    revealed
      .filter((writing) => writing.prompt === prompt)
      .toSorted((a, b) => (a.id < b.id ? -1 : 1))
      .map(({ id, text }) => ({ id, text })),
  )
}

/** How it reads; null where there is no such thing. */
export function textOf(about: string, workshop: Workshop, { blocks, voices, links }: PositioningMap): string | null {
  const writing = revealedWriting(workshop, about)
  if (writing !== undefined) return writing.text
  const [id = '', voice] = about.split(':')
  const block = blocks.get(id as BlockId)
  if (voice !== undefined) {
    const isOne = block !== undefined && voices.some((one) => one.id === voice)
    return isOne ? (block.tellings.get(voice as VoiceId) ?? '') : null
  }
  if (block !== undefined) return block.statement
  const link = links.find((one) => one.id === about)
  if (link === undefined) return null
  return [link.from, link.to].map((end) => blocks.get(end)?.statement ?? '').join(' → ')
}

/** The blocks that it is on: itself, that of a telling, or both ends of a link. */
export function endsOf(about: string, { blocks, links }: PositioningMap): readonly BlockId[] {
  const block = about.split(':')[0] as BlockId
  if (blocks.has(block)) return [block]
  const link = links.find(({ id }) => id === about)
  return link === undefined ? [] : [link.from, link.to].filter((id) => blocks.has(id))
}
