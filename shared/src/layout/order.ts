/**
 * In which order cards stand in their columns, so that links rarely cross: dagre's layered layout, with a value and its
 * proofs as one node. Only the order is taken from it; the places are ours, since the columns of a map are its kinds.
 */
import { graphlib, layout } from '@dagrejs/dagre'
import { BLOCK_KINDS, compareText, type BlockId, type Link } from '../schema/index.ts'
import { settle } from './settle.ts'
import { argumentsOf, neighbours, type MapToLayOut, type Unit } from './units.ts'

/** Beyond it dagre takes longer than people like to wait; then columns are only pulled straight. */
const MOST_LINKS = 200

export function orderUnits(map: MapToLayOut, units: ReadonlyMap<BlockId, Unit>): readonly Unit[] {
  const links = map.links
    .filter(({ from, to }) => units.has(from) && units.has(to) && from !== to)
    .toSorted((a, b) => compareText(a.from, b.from) || compareText(a.to, b.to))
  const natural = [...units.values()].toSorted(byId)
  if (links.length === 0) return natural
  const layered = links.length <= MOST_LINKS ? layers(natural, links) : pulledStraight(natural, links)
  // A mirrored order has as few crossings; people expect the first thing at the top.
  const settled = settle(isUpsideDown(layered) ? layered.toReversed() : layered, links)
  return argumentsOf(neighbours(map), settled).flat()
}

/** dagre keeps its nodes in plain objects, where a block that is called `__proto__` would be none. */
const nodeOf = (id: BlockId) => `block ${id}`

function layers(natural: readonly Unit[], links: readonly Link[]): readonly Unit[] {
  const graph = new graphlib.Graph()
  graph.setGraph({ rankdir: 'LR', ranksep: 100, nodesep: 40, ranker: 'longest-path' })
  for (const { block, size } of natural) graph.setNode(nodeOf(block.id), { width: 300, height: size.h })
  for (const { from, to, relation } of links) {
    graph.setEdge(nodeOf(from), nodeOf(to), { weight: relation === 'relates' ? 1 : 4, minlen: 1 })
  }
  layout(graph)
  const height = ({ block }: Unit) => (graph.node(nodeOf(block.id)) as { readonly y: number }).y
  return natural.toSorted((a, b) => height(a) - height(b) || byId(a, b))
}

/** Sweeps over the columns; more change little. */
const SWEEPS = 8

/** Each column in turn sorted by the mean place of what its cards are linked with. */
function pulledStraight(natural: readonly Unit[], links: readonly Link[]): readonly Unit[] {
  const near = Map.groupBy(
    links.flatMap(({ from, to }) => [
      { from, to },
      { from: to, to: from },
    ]),
    ({ from }) => from,
  )
  const columns = BLOCK_KINDS.map((kind) => natural.filter(({ block }) => block.kind === kind))
  const places = new Map(
    columns.flatMap((column) => column.map(({ block }, at) => [block.id, at / column.length] as const)),
  )
  for (let sweep = 0; sweep < SWEEPS * columns.length; sweep += 1) {
    const column = columns[sweep % columns.length] ?? []
    const means = new Map(
      column.map(({ block }) => [block.id, mean((near.get(block.id) ?? []).map(({ to }) => places.get(to) ?? 0))]),
    )
    const mid = (unit: Unit) => means.get(unit.block.id) ?? places.get(unit.block.id) ?? 0
    column.sort((a, b) => mid(a) - mid(b) || byId(a, b))
    for (const [at, { block }] of column.entries()) places.set(block.id, at / column.length)
  }
  return columns.flat()
}

function mean(numbers: readonly number[]): number | undefined {
  return numbers.length === 0 ? undefined : numbers.reduce((sum, one) => sum + one, 0) / numbers.length
}

const byId = (a: Unit, b: Unit) => compareText(a.block.id, b.block.id)

function isUpsideDown(units: readonly Unit[]): boolean {
  const values = units.filter(({ block }) => block.kind === 'value')
  let balance = 0
  for (const [at, upper] of values.entries()) {
    for (const lower of values.slice(at + 1)) balance += byId(upper, lower)
  }
  return balance > 0
}
