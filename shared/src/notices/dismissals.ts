/**
 * Which notices a team has left as they are, and when one of those is back.
 *
 * - **DI1** A dismissal holds as long as every block of its notice says what it said then: another word in one of them,
 *   a block more or a block less, and the notice is back. Moving cards and drawing links changes no words.
 * - **DI2** Left and open notices together are all notices, each in the order of `findNotices`.
 */
import type { Block, BlockId, Dismissal, Dismissals, PositioningMap } from '../schema/index.ts'
import type { Notice } from './find-notices.ts'
import { textsIn } from './read-texts.ts'

/** A notice's name: its rule and the block it is about first. Unlike its words it stays while people edit. */
export function noticeKey({ rule, about }: Pick<Notice, 'rule' | 'about'>): string {
  return about[0] === undefined ? rule : `${rule} ${about[0]}`
}

const words = new WeakMap<Block, string>()

/** Everything that a block says, as one text. */
function wordsIn(block: Block): string {
  const known = words.get(block)
  if (known !== undefined) return known
  const texts = [...textsIn(block).values()].map(({ place, text }) => [place, text])
  const said = JSON.stringify([block.id, block.kind, block.agreed?.statement ?? '', texts])
  words.set(block, said)
  return said
}

/** What the notice's blocks say, as 14 letters and figures. Not secret, only short: two halves of FNV-1a. */
export function printOf(map: PositioningMap, about: readonly BlockId[]): string {
  let [low, high] = [0x811c9dc5, 0x01000193]
  for (const id of about) {
    const block = map.blocks.get(id)
    for (const char of block === undefined ? id : wordsIn(block)) {
      const code = char.codePointAt(0) ?? 0
      low = Math.imul(low ^ code, 0x01000193)
      high = Math.imul(high ^ (code + 0x9e37), 0x85ebca6b)
    }
  }
  return `${(low >>> 0).toString(36).padStart(7, '0')}${(high >>> 0).toString(36).padStart(7, '0')}`
}

export interface LeftNotice extends Notice {
  readonly dismissal: Dismissal
}

export interface SortedNotices {
  readonly open: readonly Notice[]
  readonly left: readonly LeftNotice[]
}

/** Costs a look at each notice, and the words of the dismissed ones. */
export function sortNotices(map: PositioningMap, notices: readonly Notice[], dismissed: Dismissals): SortedNotices {
  const [open, left]: [Notice[], LeftNotice[]] = [[], []]
  for (const notice of notices) {
    const dismissal = dismissed.get(noticeKey(notice))
    if (dismissal?.print === undefined || dismissal.print !== printOf(map, notice.about)) open.push(notice)
    else left.push({ ...notice, dismissal })
  }
  return { open, left }
}
