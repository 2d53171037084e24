/**
 * A look as JSON, for many people at once.
 *
 * - **WI1** What all see alike becomes text and bytes once; counts, moment and each person's own are put between.
 * - **WI2** Read again, a whole is what `viewFor` says; and so is what comes of news, one after the other.
 */
import type { Moment, OwnLook, Turn } from '@throughline/shared/workshop-parts'
import type { Counts, Look } from './rules/index.ts'

type Piece = string | Buffer

/** What somebody was told, part by part: by this it is known what would be new to them. */
export interface Said {
  readonly course: string
  readonly asked: readonly string[]
  readonly voting: string
  readonly stage: string
  readonly people: string
  readonly numbers: string
  readonly own: string
}

export type PartName = Exclude<keyof Said, 'stage'>

export interface Wire {
  /** That time passes is nothing new. */
  said(counts: Counts, moment: Moment, own: OwnLook): Said
  /** The whole view, as pieces to be sent one after the other. Long ones are the same bytes for everybody. */
  pieces(counts: Counts, moment: Moment, own: OwnLook): readonly Piece[]
  /** The turn and those parts; of the prompts by their ids those that `before` has as they are. */
  news(parts: readonly PartName[], said: Said, turn: Turn, before: Said | null): readonly Piece[]
}

/** Below that a piece is cheaper copied with its neighbours than sent by itself. */
const LONG = 4_096

/** An object without its closing brace, to be gone on with. */
function opened(thing: object): string {
  return `${JSON.stringify(thing).slice(0, -1)},`
}

const asPiece = (text: string): Piece => (text.length < LONG ? text : Buffer.from(text))

/** An opened one that is not gone on with; made when it is first asked for, and then the same for everybody. */
function closed(text: string): () => Piece {
  let piece: Piece | null = null
  return () => (piece ??= asPiece(`${text.slice(0, -1)}}`))
}

export function wireOf({ shared, prompts, vote }: Look): Wire {
  const head = opened(shared)
  const asked = prompts.map(opened)
  const ids = prompts.map(({ id }) => JSON.stringify(id))
  const voting = vote === null ? null : opened(vote)
  const headPiece = asPiece(head)
  const askedPieces = asked.map(asPiece)
  const votingPiece = voting === null ? null : asPiece(voting)
  const wholeHead = closed(head)
  const wholeAsked = asked.map(closed)
  const wholeVoting = voting === null ? () => 'null' : closed(voting)
  let last: { readonly counts: Counts; readonly people: string; readonly numbers: string } | null = null
  const counted = (counts: Counts) => {
    const { people, ...numbers } = counts
    if (last?.counts !== counts) last = { counts, people: JSON.stringify(people), numbers: JSON.stringify(numbers) }
    return last
  }
  return {
    said(counts, { stage }, own) {
      const still = JSON.stringify(stage?.paused === true ? { ...stage, endsAt: null } : stage)
      const { people, numbers } = counted(counts)
      return { course: head, asked, voting: voting ?? 'null', stage: still, people, numbers, own: JSON.stringify(own) }
    },
    pieces(counts, moment, own) {
      const { me, join, vote: mine } = own
      const { written, voted } = counts
      const rest = `${opened({ ...moment, me, join }).slice(1)}"people":${counted(counts).people},"prompts":[`
      const made: Piece[] = [headPiece, rest]
      for (const [at, piece] of askedPieces.entries()) {
        const ends = { written: written[at] ?? 0, mine: own.written[at] ?? '' }
        made.push(at === 0 ? '' : ',', piece, JSON.stringify(ends).slice(1))
      }
      made.push('],"vote":')
      if (votingPiece === null || mine === null) made.push('null')
      else made.push(votingPiece, JSON.stringify({ voted, ...mine }).slice(1))
      made.push('}')
      return joined(made)
    },
    news(parts, said, turn, before) {
      const made: Piece[] = [JSON.stringify(turn).slice(0, -1)]
      for (const part of parts) {
        made.push(`,"${part}":`)
        if (part === 'course') made.push(wholeHead())
        else if (part === 'voting') made.push(wholeVoting())
        else if (part === 'asked') {
          const known = new Set(before?.asked)
          for (const [at, whole] of wholeAsked.entries()) {
            made.push(at === 0 ? '[' : ',')
            made.push(known.has(asked[at] ?? '') ? (ids[at] ?? '') : whole())
          }
          made.push(askedPieces.length === 0 ? '[]' : ']')
        } else made.push(said[part])
      }
      made.push('}')
      return joined(made)
    },
  }
}

/** Neighbouring texts as one. */
function joined(pieces: readonly Piece[]): readonly Piece[] {
  const made: Piece[] = []
  for (const piece of pieces) {
    const before = made.at(-1)
    if (typeof piece === 'string' && typeof before === 'string') made[made.length - 1] = before + piece
    else made.push(piece)
  }
  return made
}

export function bytesOf(pieces: readonly Piece[]): Buffer {
  return Buffer.concat(pieces.map((piece) => (typeof piece === 'string' ? Buffer.from(piece) : piece)))
}
