/**
 * Words to take along: the agreed wording of a map, put together with fixed connectives and nothing else.
 *
 * - **CK1** Every statement in it is an agreed one, whole and word for word, as it was agreed; what is not agreed is not in it.
 * - **CK2** The pitch has fifty words at most, unless the purpose alone has more.
 * - **CK3** What is kept off the brief is not in it either, and it has the order of the brief.
 */
import { ok, refused, type Result } from '../base/index.ts'
import { linkedTo, type Block, type BlockId, type PositioningMap } from '../schema/index.ts'
import { wordsOf } from '../words/index.ts'
import { agreedWording } from './agreed-only.ts'
import type { CopyPart, CopyPiece } from './copy-parts.ts'
import { inBriefOrder } from './reading-order.ts'
import { originOf } from './say.ts'

export const PITCH_WORDS = 50

export interface CopyWish {
  readonly part: CopyPart
  /** Only what concerns this audience. */
  readonly audience?: BlockId | undefined
}

/** One piece for every part but `audience`, which has one for each audience that is agreed and has an agreed value. */
export function composeCopy(
  map: PositioningMap,
  { part, audience }: CopyWish,
): Result<readonly CopyPiece[], 'unknown-audience'> {
  const wanted = audience === undefined ? null : map.blocks.get(audience)
  if (wanted === undefined || (wanted !== null && wanted.kind !== 'audience')) return refused('unknown-audience')
  const agreed = agreedOf(map, wanted)
  if (part === 'audience') return ok(audiencePieces(map, agreed, wanted))
  const text = { 'one-liner': oneLiner, pitch, proofs: proofList }[part]
  return ok([{ audience: wanted?.id ?? null, text: text(map, agreed) }])
}

interface Agreed {
  readonly purposes: readonly Block[]
  readonly values: readonly Block[]
  readonly audiences: readonly Block[]
  readonly proofs: readonly Block[]
}

function agreedOf(map: PositioningMap, wanted: Block | null): Agreed {
  const isShown = ({ id }: Block) => !map.brief.off.includes(id) || id === wanted?.id
  const all = inBriefOrder(
    map,
    [...map.blocks.values()].filter((block) => agreedWording(block) !== '' && isShown(block)),
  )
  const of = (kind: Block['kind']) => all.filter((block) => block.kind === kind)
  const serves = (value: Block) => wanted === null || linkedTo(map, value.id, 'audience').includes(wanted)
  const values = of('value').filter(serves)
  const holds = (proof: Block) =>
    wanted === null || values.some((value) => linkedTo(map, value.id, 'proof').includes(proof))
  return {
    purposes: of('purpose'),
    values,
    audiences: of('audience').filter((one) => wanted === null || one === wanted),
    proofs: of('proof').filter(holds),
  }
}

function sentence(block: Block): string {
  const text = agreedWording(block).replace(/\s+/g, ' ').trim()
  return /[.!?…。！？]["”’»)]?$/.test(text) ? text : `${text}.`
}

function named(map: PositioningMap, text: string): string {
  const subject = map.subject.trim()
  return subject === '' || text === '' ? text : `${subject}: ${text}`
}

function oneLiner(map: PositioningMap, { purposes, values }: Agreed): string {
  const first = purposes[0] ?? values[0]
  return first === undefined ? '' : named(map, sentence(first))
}

/** The first of each kind, then the next value with its proof, and so on, as far as fifty words go. */
function pitch(map: PositioningMap, agreed: Agreed): string {
  const chosen = new Set<Block>(agreed.purposes.slice(0, 1))
  const tryWith = (block: Block | undefined) => {
    if (block === undefined || chosen.has(block)) return
    if (chosen.size === 0 || countWords(say(map, agreed, new Set([...chosen, block]))) <= PITCH_WORDS) chosen.add(block)
  }
  for (const value of agreed.values) {
    tryWith(value)
    if (!chosen.has(value)) continue
    for (const kind of ['audience', 'proof'] as const) {
      const near = new Set(linkedTo(map, value.id, kind))
      const list = kind === 'audience' ? agreed.audiences : agreed.proofs
      tryWith(list.find((block) => near.has(block)))
    }
  }
  return say(map, agreed, chosen)
}

/** Purpose, then each value with whom it is for and what holds it: the order of the page. */
function say(map: PositioningMap, agreed: Agreed, chosen: ReadonlySet<Block>): string {
  const said = new Set<Block>()
  const once = (block: Block, label: string) => {
    if (!chosen.has(block) || said.has(block)) return []
    said.add(block)
    return [label === '' ? sentence(block) : `${label}: ${sentence(block)}`]
  }
  const parts = [
    ...agreed.purposes.flatMap((block) => once(block, '')),
    ...agreed.values.flatMap((value) => lineOf(map, value, agreed, once)),
  ]
  return named(map, parts.join(' '))
}

type Once = (block: Block, label: string) => readonly string[]

function lineOf(map: PositioningMap, value: Block, { audiences, proofs }: Agreed, once: Once): readonly string[] {
  const near = (kind: 'audience' | 'proof', list: readonly Block[]) => {
    const linked = new Set(linkedTo(map, value.id, kind))
    return list.filter((block) => linked.has(block))
  }
  return [
    ...once(value, ''),
    ...near('audience', audiences).flatMap((block) => once(block, 'For')),
    ...near('proof', proofs).flatMap((block) => once(block, 'Proof')),
  ]
}

function audiencePieces(map: PositioningMap, agreed: Agreed, wanted: Block | null): readonly CopyPiece[] {
  return agreed.audiences.flatMap((audience): readonly CopyPiece[] => {
    const own = wanted === audience ? agreed : agreedOf(map, audience)
    if (own.values.length === 0) return []
    const all = new Set([...own.values, ...own.proofs])
    const lines = say({ ...map, subject: '' }, { ...own, audiences: [], purposes: [] }, all)
    return [{ audience: audience.id, text: `For: ${sentence(audience)} ${lines}` }]
  })
}

function proofList(_map: PositioningMap, { proofs }: Agreed): string {
  return proofs.map((proof) => `– ${[sentence(proof), originText(proof)].filter(Boolean).join(' ')}`).join('\n')
}

function originText(proof: Block): string {
  const { by, source, href, on } = originOf(proof)
  return [by, href === '' ? source : href, on].filter((part) => part !== '').join(', ')
}

export function countWords(text: string): number {
  return wordsOf(text).length
}
