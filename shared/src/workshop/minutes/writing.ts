/** What was written, by question and voice. */
import type { MinutesPart, MinutesPrompt, MinutesSource, MinutesTelling, Said } from './minutes.ts'
import { count } from './say.ts'

export function writingOf({ prompts, lost }: MinutesSource): readonly MinutesPart[] {
  const gone = lost === 0 ? [] : [remark(`${sayPieces(lost)} not in the backup that this workshop was restored from.`)]
  if (prompts.length === 0) return [...gone, remark('Nobody was asked to write.')]
  return [...prompts.flatMap(partsOf), ...gone]
}

const remark = (text: string): MinutesPart => ({ is: 'remark', text })
const sayPieces = (many: number) =>
  many === 1 ? '1 piece of private writing was' : `${many} pieces of private writing were`

function partsOf({ text, block, written, tellings }: MinutesPrompt): readonly MinutesPart[] {
  const asked = block === '' ? text : `${text} (“${block}”)`
  const heading: MinutesPart = { is: 'heading', text: asked }
  if (written === 0) return [heading, remark('Nobody wrote.')]
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
