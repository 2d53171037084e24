/** Changes to a programme, each as a new programme: the server takes it whole. */
import type { StageKind, WorkshopView } from '@throughline/shared/protocol'
import type { Programme, Prompt, Stage } from '@throughline/shared/workshop'

/** What comes over the wire is the whole programme; null where it is not. */
export function wholeProgramme({ programme }: Pick<WorkshopView, 'programme'>): Programme | null {
  if (programme === null || !programme.stages.every((stage) => 'prompts' in stage)) return null
  return programme as Programme
}

const keys = new WeakMap<Stage, number>()
let lastKey = 0

/** Which stage it is, wherever it is moved and however it is changed: it has no name of its own. For as long as the page. */
export function keyOf(stage: Stage): number {
  const key = keys.get(stage) ?? (lastKey += 1)
  keys.set(stage, key)
  return key
}

function changed(stage: Stage, change: Partial<Stage>): Stage {
  const next = { ...stage, ...change }
  keys.set(next, keyOf(stage))
  return next
}

function withStages(programme: Programme, stages: readonly Stage[]): Programme {
  return { ...programme, stages }
}

export function changeStage(programme: Programme, at: number, change: Partial<Stage>): Programme {
  return withStages(
    programme,
    programme.stages.map((stage, index) => (index === at ? changed(stage, change) : stage)),
  )
}

/** One place earlier (-1) or later (1), never before `first`: what has been entered stays where it is. */
export function moveStage(programme: Programme, at: number, by: -1 | 1, first: number): Programme {
  const to = at + by
  const stage = programme.stages[at]
  if (stage === undefined || at < first || to < first || to >= programme.stages.length) return programme
  return withStages(programme, programme.stages.toSpliced(at, 1).toSpliced(to, 0, stage))
}

export function removeStage(programme: Programme, at: number): Programme {
  return withStages(programme, programme.stages.toSpliced(at, 1))
}

const MINUTE_MS = 60_000
const USUAL_MS = 10 * MINUTE_MS

/** At the end; one in which people write begins with one question. */
export function addStage(programme: Programme, kind: StageKind): Programme {
  const stage: Stage = {
    kind,
    title: '',
    instruction: '',
    lastsMs: USUAL_MS,
    prompts: kind === 'gather' ? [newPrompt(programme)] : [],
    kinds: [],
    edits: true,
    dots: 3,
    votesOn: 'writing',
  }
  return withStages(programme, [...programme.stages, stage])
}

/** With a name that no other prompt of the programme has. */
function newPrompt({ stages }: Programme): Prompt {
  const known = new Set(stages.flatMap(({ prompts }) => prompts.map(({ id }) => id)))
  let number = known.size + 1
  while (known.has(`question-${number}`)) number += 1
  return { id: `question-${number}`, text: '', kind: 'value', block: null }
}

export function addPrompt(programme: Programme, at: number): Programme {
  const prompts = programme.stages[at]?.prompts ?? []
  return changeStage(programme, at, { prompts: [...prompts, newPrompt(programme)] })
}

export function changePrompt(programme: Programme, at: number, id: string, change: Partial<Prompt>): Programme {
  const prompts = programme.stages[at]?.prompts ?? []
  return changeStage(programme, at, {
    prompts: prompts.map((prompt) => (prompt.id === id ? { ...prompt, ...change } : prompt)),
  })
}

export function removePrompt(programme: Programme, at: number, id: string): Programme {
  const prompts = programme.stages[at]?.prompts ?? []
  return changeStage(programme, at, { prompts: prompts.filter((prompt) => prompt.id !== id) })
}

export const minutesOf = (ms: number | null): string => (ms === null ? '' : String(Math.round(ms / 6_000) / 10))

/** Null for no limit, and for what is no length. */
export function msOf(minutes: string): number | null {
  const read = Number(minutes.replace(',', '.'))
  return minutes.trim() === '' || !Number.isFinite(read) || read <= 0 ? null : Math.round(read * MINUTE_MS)
}

/** Whether it can be used: it has a name and stages, and every question asks something. */
export function isComplete({ title, stages }: Programme): boolean {
  const isAsked = stages.every(
    ({ kind, prompts }) => (kind !== 'gather' || prompts.length > 0) && prompts.every(({ text }) => text.trim() !== ''),
  )
  return title.trim() !== '' && stages.length > 0 && isAsked
}
