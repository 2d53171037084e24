/**
 * In which order a brief gives things up when there is no room: the ends of details before details, those before
 * fields, fields before proofs, the last value before the first. Keys, so that a set of them says what to leave out.
 */
import type { Brief, BriefEntry, BriefItem, SectionId } from './brief.ts'
import { planLensCuts } from './plan-lens-cuts.ts'
import { factsOf } from './say.ts'
import { shorterForm } from './shorter-form.ts'

/** Values that keep their proof and audience until all further values are gone. */
const CORE_VALUES = 3
/** What a value beats and what it gives: kept longer than everything else beside the statements. */
const MAIN_FIELDS: ReadonlySet<string> = new Set(['alternative', 'difference', 'gain'])
/** Longer origins of a proof are given up with the fields. */
const LONG_ORIGIN = 120

export function planCuts(brief: Brief): readonly string[] {
  if (brief.lens !== undefined) return planLensCuts(brief)
  const items = (id: SectionId) => brief.sections.find((section) => section.id === id)?.items ?? []
  const [purpose, values, audiences, proofs] = [items('purpose'), items('values'), items('audiences'), items('proofs')]
  const all = brief.sections.flatMap((section) => section.items)
  const first = all[0]
  const cuts = [
    ...all.toReversed().flatMap(endCuts),
    ...all.toReversed().flatMap(detailCuts),
    ...all.toReversed().flatMap((item) => fieldCuts(item, (name) => !MAIN_FIELDS.has(name))),
    ...values
      .toReversed()
      .flatMap((item) => fieldCuts(item, (name) => MAIN_FIELDS.has(name) && name !== 'alternative')),
    ...[...values, ...purpose].flatMap((item) => entryCuts(item, item.proofs.slice(1))).toReversed(),
    ...values.toReversed().flatMap((item) => fieldCuts(item, (name) => name === 'alternative')),
    ...proofs.map(itemCut).toReversed(),
    ...audiences.map(itemCut).toReversed(),
    ...values.flatMap((item) => entryCuts(item, item.audiences.slice(1))).toReversed(),
    ...values.slice(CORE_VALUES).map(itemCut).toReversed(),
    ...purpose.slice(1).map(itemCut).toReversed(),
    ...values
      .slice(0, CORE_VALUES)
      .flatMap((item) => entryCuts(item, item.audiences.slice(0, 1)))
      .toReversed(),
    ...[...purpose, ...values].flatMap((item) => entryCuts(item, item.proofs.slice(0, 1))).toReversed(),
    ...purpose.flatMap((item) => (item.fields.whyNow === undefined ? [] : [`field ${item.block} whyNow`])),
    ...values.slice(0, CORE_VALUES).map(itemCut).toReversed(),
    ...purpose.map(itemCut).toReversed(),
  ]
  return [...new Set(cuts)].filter((cut) => first === undefined || cut !== itemCut(first))
}

const itemCut = (item: BriefItem) => `item ${item.block}`

function entryCuts(item: BriefItem, entries: readonly BriefEntry[]): readonly string[] {
  return entries.map((entry) => `entry ${item.block} ${entry.block}`)
}

function paths(item: BriefItem): readonly (readonly [string, BriefEntry])[] {
  const below = [...item.audiences, ...item.proofs].map((entry) => [`${item.block} ${entry.block}`, entry] as const)
  return [[item.block, item], ...below]
}

function endCuts(item: BriefItem): readonly string[] {
  return paths(item)
    .flatMap(([path, { detail }]) => (shorterForm(detail) === detail.trim() ? [] : [`end ${path}`]))
    .toReversed()
}

function detailCuts(item: BriefItem): readonly string[] {
  return paths(item)
    .flatMap(([path, { detail }]) => (detail === '' ? [] : [`detail ${path}`]))
    .toReversed()
}

function fieldCuts(item: BriefItem, which: (name: string) => boolean): readonly string[] {
  const cuts = paths(item).flatMap(([path, entry]) => {
    const origins = (['by', 'source'] as const).filter((name) => (entry.fields[name]?.length ?? 0) > LONG_ORIGIN)
    const names = [...factsOf(entry).map(({ name }) => name), ...origins].filter(which)
    return names.map((name) => `field ${path} ${name}`)
  })
  return cuts.toReversed()
}
