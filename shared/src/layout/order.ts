/**
 * In which order cards stand in their columns, so that links rarely cross: dagre's layered layout, with a value and its
 * proofs as one node. Only the order is taken from it; the places are ours, since the columns of a map are its kinds.
 */
import { graphlib, layout } from '@dagrejs/dagre'
import { compareText, type BlockId } from '../schema/index.ts'
import { settle } from './settle.ts'
import { argumentsOf, type MapToLayOut, type Unit } from './units.ts'

/** Beyond it dagre takes longer than people like to wait; the order of ids, settled, is what is left. */
const MOST_LINKS = 700

export function orderUnits(map: MapToLayOut, units: ReadonlyMap<BlockId, Unit>): readonly Unit[] {
  const links = map.links.filter(({ from, to }) => units.has(from) && units.has(to) && from !== to)
  const natural = [...units.values()].toSorted(byId)
  if (links.length === 0) return natural
  const graph = new graphlib.Graph()
  graph.setGraph({ rankdir: 'LR', ranksep: 100, nodesep: 40, ranker: 'longest-path' })
  for (const { block, size } of natural) graph.setNode(block.id, { width: 300, height: size.h })
  for (const { from, to, relation } of links) {
    graph.setEdge(from, to, { weight: relation === 'relates' ? 1 : 4, minlen: 1 })
  }
  if (links.length <= MOST_LINKS) layout(graph)
  const height = ({ block }: Unit) => (graph.node(block.id) as { readonly y?: number }).y ?? 0
  const layered = natural.toSorted((a, b) => height(a) - height(b) || byId(a, b))
  // A mirrored order has as few crossings; people expect the first thing at the top.
  const settled = settle(isUpsideDown(layered) ? layered.toReversed() : layered, links)
  return argumentsOf(map, settled).flat()
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
