/**
 * Workshops in SQLite. Every writing lies sealed, with whose it is; what is open to all lies beside that as it may be
 * read. Ballots lie under a key of their vote, and by a name that only this key can make.
 */
import type { DatabaseSync } from 'node:sqlite'
import type { MapId } from '@throughline/shared/schema'
import { describeError, type Log } from '../../log.ts'
import type { KeyId } from '../names.ts'
import type { KeptBallot, KeptWorkshop, KeptWriting, WorkshopChange, WorkshopStore } from '../workshop-store.ts'
import { keepKey, sealKeys, voteOf, WRITING, type SealKeys, type Sealed } from './seal-keys.ts'
import { seal, sealedName, unseal, type SealKey } from './seal.ts'
import { addKeyStatement } from './sqlite-tables.ts'
import { statement, type Row, type Statement } from './write-batch.ts'
import type { Writer } from './writer.ts'

export interface WorkshopParts {
  readonly db: DatabaseSync
  readonly writer: Writer
  readonly log: Log
}

export function sqliteWorkshops({ db, writer, log }: WorkshopParts): WorkshopStore {
  const keys = sealKeys(db)
  const read = reader(db, keys, log)
  const runRows = db.prepare('SELECT run, state FROM workshops WHERE map = ? ORDER BY rowid DESC')
  const codeRow = db.prepare('SELECT map, run, key FROM workshop_codes WHERE code = ?')
  /** The run that was saved last, so that what is left of those before is looked for once. */
  const runs = new Map<MapId, string>()

  return {
    load: async (map, run) => read(map, run),
    runs: async (map) => runRows.all(map).map(({ run, state }) => ({ run: String(run), state: String(state) })),
    async byCode(code) {
      const row = codeRow.get(code)
      if (row === undefined) return null
      return { map: String(row['map']) as MapId, run: String(row['run']), key: String(row['key']) as KeyId }
    },
    async save(map, change) {
      const { run, closed = [] } = change
      const sealedWith = [WRITING, ...new Set(change.ballots?.map(({ vote }) => voteOf(vote)))]
      const all = sealedWith.map((what): Sealed => ({ map, run, what }))
      const gone = await keys.using(all, async (keyOf) => {
        const rows = await writer.write([
          ...(runs.get(map) === run ? [] : forgetOthers(map, run)),
          ...keepState(map, change),
          ...keepCode(map, change),
          ...all.map((sealed) => keepKey(sealed, keyOf(sealed.what))),
          ...keepWritings(map, change, keyOf(WRITING)),
          ...(change.ballots ?? []).map((ballot) => keepBallot(map, run, ballot, keyOf(voteOf(ballot.vote)))),
          ...closed.flatMap((vote) => forget({ map, run, what: voteOf(vote) })),
        ])
        return rows.flat().some(({ gone }) => gone !== undefined)
      })
      runs.set(map, run)
      if (gone) void leaveNothing(writer, log)
    },
  }
}

/** WK4. Nobody waits for it: what was sealed is as good as gone without its key, and a start or an end does it too. */
async function leaveNothing(writer: Writer, log: Log): Promise<void> {
  try {
    await writer.tidy('to the last byte')
  } catch (error) {
    log.warn('log not emptied after a vote', describeError(error))
  }
}

function keepState(map: MapId, { run, state }: WorkshopChange): readonly Statement[] {
  return [
    statement(
      `INSERT INTO workshops (map, run, state) VALUES (?, ?, ?)
       ON CONFLICT (map, run) DO UPDATE SET state = excluded.state`,
      ...[map, run, state],
    ),
    // It has come from a backup: what was private then is lost, and from now on there is a key again.
    statement(
      `UPDATE workshops SET lost = lost + private, private = 0 WHERE map = ? AND run = ? AND private > 0
       AND NOT EXISTS (SELECT 1 FROM workshop_keys WHERE map = workshops.map AND run = workshops.run AND what = ?)`,
      ...[map, run, WRITING],
    ),
  ]
}

function keepCode(map: MapId, { run, code }: WorkshopChange): readonly Statement[] {
  if (code === undefined) return []
  const without = statement('DELETE FROM workshop_codes WHERE map = ?', map)
  if (code === null) return [without]
  return [
    without,
    addKeyStatement(code.key),
    statement('INSERT INTO workshop_codes (code, map, run, key) VALUES (?, ?, ?, ?)', code.code, map, run, code.key.id),
  ]
}

function keepWritings(
  map: MapId,
  { run, writings = [], takenBack = [] }: WorkshopChange,
  key: SealKey,
): readonly Statement[] {
  if (writings.length + takenBack.length === 0) return []
  return [
    ...writings.flatMap((writing) => keepWriting(map, run, writing, key)),
    ...takenBack.flatMap((id) => [
      statement('DELETE FROM workshop_sealed WHERE map = ? AND run = ? AND what = ? AND id = ?', map, run, WRITING, id),
      statement('DELETE FROM workshop_writings WHERE map = ? AND run = ? AND id = ?', map, run, id),
    ]),
    statement(
      `UPDATE workshops SET private =
         (SELECT count(*) FROM workshop_sealed WHERE map = ? AND run = ? AND what = ? AND id NOT IN
           (SELECT id FROM workshop_writings WHERE map = ? AND run = ?))
       WHERE map = ? AND run = ?`,
      ...[map, run, WRITING, map, run, map, run],
    ),
  ]
}

function keepWriting(map: MapId, run: string, writing: KeptWriting, key: SealKey): readonly Statement[] {
  const { id, readers, person } = writing
  const sealed = keepSealed({ map, run, what: WRITING }, id, key, JSON.stringify(writing))
  if (readers === 'author') return [sealed]
  const open = { ...writing, person: readers === 'all-named' ? person : '' } satisfies KeptWriting
  return [
    sealed,
    statement(
      `INSERT INTO workshop_writings (map, run, id, record) VALUES (?, ?, ?, ?)
       ON CONFLICT (map, run, id) DO UPDATE SET record = excluded.record`,
      ...[map, run, id, JSON.stringify(open)],
    ),
  ]
}

function keepBallot(map: MapId, run: string, ballot: KeptBallot, key: SealKey): Statement {
  const id = sealedName(key, ballot.person)
  const what = voteOf(ballot.vote)
  return Object.keys(ballot.dots).length === 0
    ? statement('DELETE FROM workshop_sealed WHERE map = ? AND run = ? AND what = ? AND id = ?', map, run, what, id)
    : keepSealed({ map, run, what }, id, key, JSON.stringify(ballot))
}

function keepSealed({ map, run, what }: Sealed, id: string, key: SealKey, text: string): Statement {
  return statement(
    `INSERT INTO workshop_sealed (map, run, what, id, bytes) VALUES (?, ?, ?, ?, ?)
     ON CONFLICT (map, run, what, id) DO UPDATE SET bytes = excluded.bytes`,
    ...[map, run, what, id, seal(key, [map, run, what, id], text)],
  )
}

function forget({ map, run, what }: Sealed): readonly Statement[] {
  return [
    statement('DELETE FROM workshop_sealed WHERE map = ? AND run = ? AND what = ?', map, run, what),
    statement('DELETE FROM workshop_keys WHERE map = ? AND run = ? AND what = ? RETURNING 1 AS gone', map, run, what),
  ]
}

/** WK6. */
function forgetOthers(map: MapId, run: string): readonly Statement[] {
  return [
    statement('DELETE FROM workshop_codes WHERE map = ? AND run <> ?', map, run),
    statement('DELETE FROM workshop_sealed WHERE map = ? AND run <> ?', map, run),
    statement('DELETE FROM workshop_keys WHERE map = ? AND run <> ? RETURNING 1 AS gone', map, run),
  ]
}

function reader(db: DatabaseSync, keys: SealKeys, log: Log): (map: MapId, run?: string) => KeptWorkshop | null {
  const last = db.prepare(
    `SELECT run, state, private, lost,
       (SELECT code FROM workshop_codes WHERE map = workshops.map AND run = workshops.run) AS code
     FROM workshops WHERE map = ? AND run = coalesce(?, run) ORDER BY rowid DESC LIMIT 1`,
  )
  const openRows = db.prepare('SELECT record FROM workshop_writings WHERE map = ? AND run = ?')
  const sealedRows = db.prepare('SELECT what, id, bytes FROM workshop_sealed WHERE map = ? AND run = ? ORDER BY what')

  const unsealed = (map: MapId, run: string) => {
    const found = sealedRows.all(map, run)
    const byKey = new Map(
      [...new Set(found.map(({ what }) => String(what)))].map((what) => [what, keys.find({ map, run, what })]),
    )
    return found.flatMap(({ what, id, bytes }) => {
      const key = byKey.get(String(what)) ?? null
      const place = [map, run, String(what), String(id)]
      const text = key === null || !(bytes instanceof Uint8Array) ? null : unseal(key, place, bytes)
      if (text === null) {
        log.error('sealed row cannot be read', { map, what: what === WRITING ? 'writing' : 'ballot' })
        return []
      }
      return [{ isWriting: what === WRITING, record: JSON.parse(text) as unknown }]
    })
  }
  const all = (map: MapId, { run, state, private: hidden, lost, code }: Row): KeptWorkshop => {
    const rows = unsealed(map, String(run))
    const open = openRows.all(map, String(run)).map(({ record }) => JSON.parse(String(record)) as KeptWriting)
    const sealed = rows.flatMap(({ isWriting, record }) => (isWriting ? [record as KeptWriting] : []))
    // Who has lost the sealed one still has what may be read.
    const writings = new Map([...open, ...sealed].map((writing) => [writing.id, writing]))
    const ballots = rows.flatMap(({ isWriting, record }) => (isWriting ? [] : [record as KeptBallot]))
    const isKeyLost = keys.find({ map, run: String(run), what: WRITING }) === null
    const gone = Number(lost) + (isKeyLost ? Number(hidden) : 0)
    return {
      run: String(run),
      state: String(state),
      writings: [...writings.values()],
      ballots,
      lost: gone,
      code: code === null ? null : String(code),
    }
  }
  return (map, run) => {
    db.exec('BEGIN')
    try {
      const row = last.get(map, run ?? null)
      return row === undefined ? null : all(map, row)
    } finally {
      db.exec('COMMIT')
    }
  }
}
