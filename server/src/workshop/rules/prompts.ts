/** Which prompts are before people. */
import type { Prompt } from '@throughline/shared/workshop'
import type { Course } from './workshop.ts'

/** Of the stage, or of the last one in which people wrote: then its answers are what everything is about. */
export function promptsNow({ programme, index, reached, state }: Course): readonly Prompt[] {
  const gathers = programme.stages.slice(0, reached + 1).map(({ prompts }) => prompts)
  if (state === 'ended') return gathers.flat()
  const isGather = (prompts: readonly Prompt[]) => prompts.length > 0
  return gathers.slice(0, index + 1).findLast(isGather) ?? gathers.find(isGather) ?? []
}

/** Where a prompt is: in a stage that has been entered, in one that has not, or nowhere. */
export function whereIs(prompt: string, { programme, reached }: Course): 'open' | 'ahead' | 'nowhere' {
  const stage = programme.stages.findIndex(({ prompts }) => prompts.some(({ id }) => id === prompt))
  if (stage === -1) return 'nowhere'
  return stage <= reached ? 'open' : 'ahead'
}

export function promptOf(id: string, { programme }: Course): Prompt | undefined {
  return programme.stages.flatMap(({ prompts }) => prompts).find((prompt) => prompt.id === id)
}
