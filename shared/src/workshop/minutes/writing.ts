/** What was written, by question and voice. */
import type { MinutesPart, MinutesPrompt, MinutesSource, MinutesTelling, Said } from './minutes.ts'
import { count } from './say.ts'

export function writingOf({ prompts, lost }: MinutesSource): readonly MinutesPart[] {
  if (prompts.length === 0) return [remark('Nobody was asked to write.')]
  return [...prompts.flatMap((prompt) => partsOf(prompt, lost > 0)), ...(lost > 0 ? [remark(sayLost(lost))] : [])]
}

const remark = (text: string): MinutesPart => ({ is: 'remark', text })
/** Backups leave it out, and the next workshop on the map takes its place. */
const sayLost = (many: number) =>
  `${count(many, 'private answer')} that ${many === 1 ? 'was' : 'were'} not revealed ${many === 1 ? 'is' : 'are'} no longer kept.`

function partsOf({ text, block, written, tellings }: MinutesPrompt, isSomeLost: boolean): readonly MinutesPart[] {
  const asked = block === '' ? text : `${text} (“${block}”)`
  const heading: MinutesPart = { is: 'heading', text: asked }
  if (written === 0)
    return [heading, remark(tellings === null && isSomeLost ? 'It was not revealed.' : 'Nobody wrote.')]
  const many = `${count(written, 'person', 'people')} wrote`
  if (tellings === null) return [heading, remark(`${many}. It was not revealed.`)]
  const byVoice = Map.groupBy(tellings, ({ voice }) => voice)
  const groups = [...byVoice].flatMap(([voice, said]): readonly MinutesPart[] => [
    { is: 'label', text: voice ?? 'For nobody in particular' },
    { is: 'list', items: said.map(itemOf) },
  ])
  return [heading, remark(`${many}.`), ...groups]
}

function itemOf({ text, name, adopted, late }: MinutesTelling): Said {
  const aside = [name, adopted ? 'adopted' : '', late ? 'written when the others’ could be read' : '']
  return { text, aside: aside.filter((word) => word !== '').join(', ') }
}
