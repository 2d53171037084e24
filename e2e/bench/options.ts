/** What `pnpm bench` can be asked for. */
import { parseArgs } from 'node:util'

export const PARTS = ['canvas', 'map', 'versions', 'rooms', 'brief', 'many', 'cold', 'workshop'] as const
export type Part = (typeof PARTS)[number]

export interface Options {
  readonly parts: readonly Part[]
  readonly clients: readonly number[]
  readonly seconds: number
  readonly rooms: number
  readonly joiners: number
  readonly blocks: number
  readonly edits: number
  /** Part of the names of the servers to measure; empty for all. */
  readonly servers: string
  readonly write: boolean
}

const HELP = `pnpm bench                         everything, some fifteen minutes; the canvas wants "pnpm build" first
  --only ${PARTS.join(',')}
  --servers through                one server, by a part of its name
  --clients 10,50,100,200,500      people in one room
  --seconds 6                      of measuring, after 2 s of warming up
  --rooms 1000                     rooms of three
  --joiners 30 --blocks 5000 --edits 200000   of the cold open
  --write                          puts the tables into docs/performance.md`

/** @throws with the help text when it was asked for something else. */
export function readOptions(args: readonly string[]): Options {
  const text = (fallback: string) => ({ type: 'string', default: fallback }) as const
  const { values } = parseArgs({
    // pnpm hands a separating `--` on.
    args: args.filter((arg) => arg !== '--'),
    options: {
      help: { type: 'boolean', default: false },
      write: { type: 'boolean', default: false },
      only: text(PARTS.join(',')),
      servers: text(''),
      clients: text('10,50,100,200,500'),
      seconds: text('6'),
      rooms: text('1000'),
      joiners: text('30'),
      blocks: text('5000'),
      edits: text('200000'),
    },
  })
  const asked = values.only.split(',')
  const parts = PARTS.filter((part) => asked.includes(part))
  if (values.help || parts.length === 0) throw new Error(HELP)
  return {
    parts,
    clients: values.clients.split(',').map(whole),
    seconds: whole(values.seconds),
    rooms: whole(values.rooms),
    joiners: whole(values.joiners),
    blocks: whole(values.blocks),
    edits: whole(values.edits),
    servers: values.servers.toLowerCase(),
    write: values.write,
  }
}

function whole(text: string): number {
  const value = Number(text)
  if (!Number.isInteger(value) || value < 1) throw new Error(`"${text}" is no whole number above 0.\n${HELP}`)
  return value
}
