/** Lines that were looked through, onto the map: this person's edit, with one undo, and brought into sight. */
import { addContent, draw } from '@throughline/shared/doc'
import { contentToAdd } from '@throughline/shared/landing'
import { importPasted, type Choice } from '@throughline/shared/paste'
import type { BlockId } from '@throughline/shared/schema'
import type { MapSession } from '../../session/map-session.ts'
import type { DrawnArrow } from '../../session/view.ts'
import { sayLanded } from '../../text/paste.ts'
import type { ReadSource } from './paste-source.ts'

/** Notes whose lines became blocks go with the same edit, and the arrows between two of them. */
export function landPasted(
  session: MapSession,
  { pasted, replaces }: ReadSource,
  choose: Choice,
  arrows: readonly DrawnArrow[],
): readonly BlockId[] {
  const { map } = session.getSnapshot()
  const imported = importPasted(pasted, choose, 'add', map)
  const now = session.now()
  const content = contentToAdd(map, imported, now)
  const gone = new Set(pasted.lines.filter((line) => choose(line) !== null).flatMap(({ id }) => replaces.get(id) ?? []))
  const drawn = [...gone, ...arrows.filter(({ from, to }) => gone.has(from) && gone.has(to)).map(({ key }) => key)]
  session.canvas?.finish()
  session.edit((doc) => {
    addContent(doc, content, now)
    draw(doc, new Map(drawn.map((key) => [key, null])))
  })
  session.say(sayLanded(imported.blocks.length, imported.links.length))
  return imported.blocks.map(({ id }) => id)
}
