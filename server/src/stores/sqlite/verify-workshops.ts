/** Whether everything that workshops keep can be read: the sealed too, as the server would. Says nothing of what it says. */
import type { DatabaseSync } from 'node:sqlite'
import type { MapId } from '@throughline/shared/schema'
import { sealKeys, WRITING } from './seal-keys.ts'
import { unseal } from './seal.ts'

/** None for a database from before there were workshops. */
export function workshopProblems(db: DatabaseSync): readonly string[] {
  const isThere = db.prepare("SELECT 1 FROM sqlite_schema WHERE name = 'workshop_sealed'").get() !== undefined
  return isThere ? [...openProblems(db), ...sealedProblems(db)] : []
}

function isJson(text: unknown): boolean {
  try {
    JSON.parse(String(text))
    return true
  } catch {
    return false
  }
}

function openProblems(db: DatabaseSync): readonly string[] {
  const states = db.prepare('SELECT map, state FROM workshops').all()
  const writings = db.prepare('SELECT map, record FROM workshop_writings').all()
  return [
    ...states.filter(({ state }) => !isJson(state)).map(({ map }) => `${String(map)}: a workshop is damaged`),
    ...writings.filter(({ record }) => !isJson(record)).map(({ map }) => `${String(map)}: a writing is damaged`),
  ]
}

function sealedProblems(db: DatabaseSync): readonly string[] {
  const keys = sealKeys(db)
  const rows = db.prepare('SELECT map, run, what, id, bytes FROM workshop_sealed').all()
  return rows.flatMap(({ map, run, what, id, bytes }) => {
    const key = keys.find({ map: String(map) as MapId, run: String(run), what: String(what) })
    const which = what === WRITING ? 'private writing' : 'a ballot'
    if (key === null) return [`${String(map)}: ${which} has no key`]
    const place = [map, run, what, id].map(String)
    const isWhole = bytes instanceof Uint8Array && isJson(unseal(key, place, bytes) ?? '')
    return isWhole ? [] : [`${String(map)}: ${which} is damaged`]
  })
}
