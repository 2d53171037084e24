/**
 * A look as JSON, for many people at once.
 *
 * - **WI1** What all see alike becomes text and bytes once; counts, moment and each person's own are put between.
 * - **WI2** Read again, it is what `viewFor` says.
 */
import type { Counts, Look, Moment, OwnLook } from './rules/index.ts'

export interface Wire {
  /** Another one when there is something new that people are to know at once; that time passes is nothing new. */
  says(moment: Moment): string
  /** Pieces of one text, to be sent one after the other. Long ones are the same bytes for everybody. */
  pieces(counts: Counts, moment: Moment, own: OwnLook): readonly (string | Buffer)[]
}

/** Below that a piece is cheaper copied with its neighbours than sent by itself. */
const LONG = 4_096

/** An object without its closing brace, to be gone on with. */
function opened(thing: object): string {
  return `${JSON.stringify(thing).slice(0, -1)},`
}

const asPiece = (text: string): string | Buffer => (text.length < LONG ? text : Buffer.from(text))

export function wireOf({ shared, prompts, vote }: Look): Wire {
  const head = opened(shared)
  const asked = prompts.map(opened)
  const voting = vote === null ? null : opened(vote)
  const all = [head, ...asked, voting ?? ''].join('')
  const askedPieces = asked.map(asPiece)
  const votingPiece = voting === null ? null : asPiece(voting)
  let last = { stage: '', said: '' }
  return {
    says({ stage }) {
      const still = JSON.stringify(stage?.paused === true ? { ...stage, endsAt: null } : stage)
      if (last.said === '' || last.stage !== still) last = { stage: still, said: all + still }
      return last.said
    },
    pieces({ people, written, voted }, moment, own) {
      const { me, join, vote: mine } = own
      const made = [`${head}${opened({ ...moment, me, join, people }).slice(1)}"prompts":[`] as (string | Buffer)[]
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
  }
}

/** Neighbouring texts as one. */
function joined(pieces: readonly (string | Buffer)[]): readonly (string | Buffer)[] {
  const made: (string | Buffer)[] = []
  for (const piece of pieces) {
    const before = made.at(-1)
    if (typeof piece === 'string' && typeof before === 'string') made[made.length - 1] = before + piece
    else made.push(piece)
  }
  return made
}

export function bytesOf(pieces: readonly (string | Buffer)[]): Buffer {
  return Buffer.concat(pieces.map((piece) => (typeof piece === 'string' ? Buffer.from(piece) : piece)))
}
