/**
 * The database's shape, step by step. Append only: a shipped step is history, fix it with the next one.
 * `PRAGMA user_version` holds how many have been taken.
 */
import type { DatabaseSync } from 'node:sqlite'
import { AppError } from '@throughline/shared/errors'

export const MIGRATIONS: readonly { readonly why: string; readonly sql: string }[] = [
  {
    why: 'maps, keys, sessions, people, and documents as a snapshot and a tail of updates',
    sql: `
      CREATE TABLE maps (id TEXT PRIMARY KEY, title TEXT NOT NULL, created_at INTEGER NOT NULL) STRICT;
      CREATE TABLE keys (
        id TEXT PRIMARY KEY, map TEXT NOT NULL REFERENCES maps (id) ON DELETE CASCADE, hash TEXT NOT NULL UNIQUE,
        role TEXT NOT NULL, label TEXT NOT NULL, created_at INTEGER NOT NULL, expires_at INTEGER, revoked_at INTEGER
      ) STRICT;
      CREATE INDEX keys_of_map ON keys (map);
      CREATE TABLE sessions (
        hash TEXT PRIMARY KEY, key TEXT NOT NULL REFERENCES keys (id) ON DELETE CASCADE, opened_at INTEGER NOT NULL
      ) STRICT;
      CREATE INDEX sessions_of_key ON sessions (key);
      CREATE TABLE people (
        id TEXT PRIMARY KEY, map TEXT NOT NULL REFERENCES maps (id) ON DELETE CASCADE, key TEXT NOT NULL,
        token TEXT NOT NULL UNIQUE, name TEXT NOT NULL, voice TEXT, created_at INTEGER NOT NULL
      ) STRICT;
      CREATE INDEX people_of_map ON people (map);
      -- The sum of every blob is its CRC-32, so that a bit that rots is noticed rather than merged.
      CREATE TABLE docs (
        name TEXT PRIMARY KEY, seq INTEGER NOT NULL, changed_at INTEGER NOT NULL,
        snapshot BLOB, snapshot_sum INTEGER, snapshot_seq INTEGER NOT NULL DEFAULT 0
      ) STRICT;
      CREATE TABLE updates (
        doc TEXT NOT NULL, seq INTEGER NOT NULL, bytes BLOB NOT NULL, sum INTEGER NOT NULL, PRIMARY KEY (doc, seq)
      ) STRICT, WITHOUT ROWID;
      CREATE TABLE set_aside (
        doc TEXT NOT NULL, seq INTEGER NOT NULL, bytes BLOB NOT NULL, sum INTEGER, PRIMARY KEY (doc, seq)
      ) STRICT;`,
  },
  {
    why: 'the life of a map, which a restore changes, so that clients of a later state do not merge it back',
    sql: `
      ALTER TABLE maps ADD COLUMN epoch TEXT NOT NULL DEFAULT '';
      UPDATE maps SET epoch = lower(hex(randomblob(8)));`,
  },
  {
    why: 'snapshots in a table of their own, so that the one before stays until the new one has been read back',
    sql: `
      CREATE TABLE snapshots (
        doc TEXT NOT NULL, seq INTEGER NOT NULL, bytes BLOB NOT NULL, sum INTEGER NOT NULL, PRIMARY KEY (doc, seq)
      ) STRICT;
      INSERT INTO snapshots (doc, seq, bytes, sum)
        SELECT name, snapshot_seq, snapshot, snapshot_sum FROM docs WHERE snapshot IS NOT NULL;
      ALTER TABLE docs DROP COLUMN snapshot;
      ALTER TABLE docs DROP COLUMN snapshot_sum;
      ALTER TABLE docs DROP COLUMN snapshot_seq;`,
  },
  {
    why: 'versions of a map, each packed against a whole state from before',
    sql: `
      CREATE TABLE version_bases (
        id INTEGER PRIMARY KEY AUTOINCREMENT, map TEXT NOT NULL REFERENCES maps (id) ON DELETE CASCADE,
        bytes BLOB NOT NULL, sum INTEGER NOT NULL
      ) STRICT;
      CREATE INDEX version_bases_of_map ON version_bases (map);
      CREATE TABLE versions (
        id TEXT NOT NULL, map TEXT NOT NULL REFERENCES maps (id) ON DELETE CASCADE, name TEXT NOT NULL,
        at INTEGER NOT NULL, by_whom TEXT NOT NULL, auto INTEGER NOT NULL, bytes BLOB NOT NULL, sum INTEGER NOT NULL,
        base INTEGER NOT NULL, UNIQUE (map, id)
      ) STRICT;`,
  },
  {
    why: 'who changed a thing last, when people left, and states kept for those who left (marks)',
    sql: `
      ALTER TABLE versions ADD COLUMN mark INTEGER NOT NULL DEFAULT 0;
      CREATE TABLE touches (
        map TEXT NOT NULL REFERENCES maps (id) ON DELETE CASCADE, thing TEXT NOT NULL, by_whom TEXT NOT NULL,
        at INTEGER NOT NULL, PRIMARY KEY (map, thing)
      ) STRICT, WITHOUT ROWID;
      CREATE TABLE visits (
        map TEXT NOT NULL REFERENCES maps (id) ON DELETE CASCADE, person TEXT NOT NULL, left_at INTEGER NOT NULL,
        PRIMARY KEY (map, person)
      ) STRICT, WITHOUT ROWID;`,
  },
  {
    why: 'where a map sends its news, with the states that they are between',
    sql: `
      CREATE TABLE news (
        map TEXT NOT NULL REFERENCES maps (id) ON DELETE CASCADE, channel TEXT NOT NULL, record TEXT NOT NULL,
        told BLOB, told_sum INTEGER, next BLOB, next_sum INTEGER, PRIMARY KEY (map, channel)
      ) STRICT;`,
  },
  {
    why: 'how far a snapshot goes, beside it, so that nobody reads through a large one to know',
    sql: `
      -- Null for snapshots from before. The sum goes on from that of the snapshot, so that it fits no other.
      ALTER TABLE snapshots ADD COLUMN vector BLOB;
      ALTER TABLE snapshots ADD COLUMN vector_sum INTEGER;`,
  },
  {
    why: 'workshops: what everybody may read, and apart from it, sealed, what only its author may, and open votes',
    sql: `
      CREATE TABLE workshops (
        map TEXT NOT NULL REFERENCES maps (id) ON DELETE CASCADE, run TEXT NOT NULL, state TEXT NOT NULL,
        -- How much of its writing is private, and how much of that a backup has left out.
        private INTEGER NOT NULL DEFAULT 0, lost INTEGER NOT NULL DEFAULT 0, PRIMARY KEY (map, run)
      ) STRICT;
      CREATE TABLE workshop_writings (
        map TEXT NOT NULL, run TEXT NOT NULL, id TEXT NOT NULL, record TEXT NOT NULL, PRIMARY KEY (map, run, id),
        FOREIGN KEY (map, run) REFERENCES workshops (map, run) ON DELETE CASCADE
      ) STRICT, WITHOUT ROWID;
      -- Without rowids, so that the rows do not tell the order in which they came. These and what follows no backup has.
      CREATE TABLE workshop_sealed (
        map TEXT NOT NULL, run TEXT NOT NULL, what TEXT NOT NULL, id TEXT NOT NULL, bytes BLOB NOT NULL,
        PRIMARY KEY (map, run, what, id),
        FOREIGN KEY (map, run) REFERENCES workshops (map, run) ON DELETE CASCADE
      ) STRICT, WITHOUT ROWID;
      CREATE TABLE workshop_keys (
        map TEXT NOT NULL, run TEXT NOT NULL, what TEXT NOT NULL, bytes BLOB NOT NULL, PRIMARY KEY (map, run, what),
        FOREIGN KEY (map, run) REFERENCES workshops (map, run) ON DELETE CASCADE
      ) STRICT, WITHOUT ROWID;
      CREATE TABLE workshop_codes (
        code TEXT PRIMARY KEY, map TEXT NOT NULL, run TEXT NOT NULL,
        key TEXT NOT NULL REFERENCES keys (id) ON DELETE CASCADE,
        FOREIGN KEY (map, run) REFERENCES workshops (map, run) ON DELETE CASCADE
      ) STRICT;
      CREATE INDEX workshop_codes_of_map ON workshop_codes (map);
      CREATE INDEX workshop_codes_of_key ON workshop_codes (key);`,
  },
  {
    why: 'which version of a map readers of its brief are shown',
    sql: 'ALTER TABLE maps ADD COLUMN frozen TEXT;',
  },
  {
    why: 'snapshots packed, so that a file holds less than the documents in it',
    sql: `
      -- How long a packed one is when it is unpacked; null for those that lie as they are. The sum is of the unpacked.
      ALTER TABLE snapshots ADD COLUMN unpacked INTEGER;`,
  },
]

export function migrate(db: DatabaseSync, steps = MIGRATIONS): void {
  const at = Number(db.prepare('PRAGMA user_version').get()?.['user_version'] ?? 0)
  if (at > steps.length)
    throw new AppError('storage-unavailable', 'The database was written by a newer Throughline; start that one.')
  for (const [index, { sql }] of steps.entries()) {
    if (index < at) continue
    db.exec(`BEGIN IMMEDIATE; ${sql}; PRAGMA user_version = ${index + 1}; COMMIT`)
  }
}
