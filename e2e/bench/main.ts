/** `pnpm bench`: prints tables and never fails on a figure. `--help` says what can be asked for. */
import { benchCanvas } from './canvas/bench-canvas.ts'
import { measureBeside, measurePages } from './briefs.ts'
import { measureColdOpen } from './cold-open.ts'
import { makeHistory } from './history.ts'
import { load, stayOffServerCore } from './machine.ts'
import { measureManyRooms } from './many-rooms.ts'
import { measureMap } from './map.ts'
import { measureNotices } from './notices.ts'
import { measureRoom } from './one-room.ts'
import { readOptions, type Options } from './options.ts'
import { KINDS } from './servers/kinds.ts'
import type { Kind } from './servers/server.ts'
import { Report } from './report.ts'
import { median, percentile, type Row } from './table.ts'
import { measureWorkshop } from './workshop.ts'
import { measureMonth, measureOpening } from './versions.ts'

const MB = 1024 * 1024
const KB = 1024

const whole = (value: number) => (Number.isFinite(value) ? value.toFixed(0) : '–')
const tenth = (value: number) => (Number.isFinite(value) ? value.toFixed(1) : '–')

/** Ours first; what a server's figure is of ours. */
const times = (value: number, ours: number) => (ours > 0 ? `${(value / ours).toFixed(2)}×` : '–')

/** One server that falls over is a row that says so; the others are measured all the same. */
async function compare<Figures>(
  report: Report,
  kinds: readonly Kind[],
  measure: (kind: Kind) => Promise<Figures>,
  row: (figures: Figures, ours: Figures) => Row,
): Promise<readonly Row[]> {
  const rows: Row[] = []
  let ours: Figures | null = null
  for (const kind of kinds) {
    const before = load()
    try {
      const figures = await measure(kind)
      ours ??= figures
      rows.push({ server: kind.name, ...row(figures, ours), load: before })
    } catch (error) {
      report.note(`${kind.name}: ${error instanceof Error ? error.message : String(error)}`)
    }
  }
  return rows
}

async function benchRooms(report: Report, kinds: readonly Kind[], { clients, seconds }: Options): Promise<void> {
  for (const people of clients) {
    const rows = await compare(
      report,
      kinds,
      (kind) => measureRoom(kind, people, seconds),
      (figures, ours) => {
        const p99 = percentile(figures.delays, 0.99)
        return {
          'arrived %': tenth(figures.arrived * 100),
          'p50 ms': tenth(median(figures.delays)),
          'p99 ms': tenth(p99),
          'of ours': times(p99, percentile(ours.delays, 0.99)),
          'CPU %': whole(figures.busy * 100),
          'edits delivered a CPU s': whole(figures.deliveredACpuSecond),
          'ours is': times(ours.deliveredACpuSecond, figures.deliveredACpuSecond),
          'moves seen a s': tenth(figures.movesSeen),
          'saved p50 ms': figures.receipts.length > 0 ? tenth(median(figures.receipts)) : '–',
          'saved p99 ms': figures.receipts.length > 0 ? tenth(percentile(figures.receipts, 0.99)) : '–',
          'memory MB': whole(figures.residentBytes / MB),
        }
      },
    )
    report.table(`One room of ${people}: everybody 1 edit and 10 pointer moves a second`, rows)
  }
}

async function benchManyRooms(report: Report, kinds: readonly Kind[], { rooms }: Options): Promise<void> {
  const rows = await compare(
    report,
    kinds,
    (kind) => measureManyRooms(kind, rooms),
    (figures, ours) => ({
      'kB a room': whole(figures.bytesARoom / KB),
      'of ours': times(figures.bytesARoom, ours.bytesARoom),
      'kB a room, quiet': whole(figures.bytesARoomQuiet / KB),
      'quiet of ours': times(figures.bytesARoomQuiet, ours.bytesARoomQuiet),
      'kB a room, all gone': whole(figures.bytesARoomAfter / KB),
      'filled in ms, median': tenth(median(figures.fillMs)),
    }),
  )
  report.table(`${rooms} rooms of 3`, rows)
}

async function benchColdOpen(
  report: Report,
  kinds: readonly Kind[],
  { blocks, edits, joiners }: Options,
): Promise<void> {
  const history = makeHistory(blocks, edits)
  const rows = await compare(
    report,
    kinds,
    (kind) => measureColdOpen(kind, history, joiners),
    (figures, ours) => {
      const last = Math.max(...figures.wholeMs)
      return {
        'median ms': whole(median(figures.wholeMs)),
        'last ms': whole(last),
        'of ours': times(last, Math.max(...ours.wholeMs)),
        'CPU s': tenth(figures.cpu),
        'memory MB': whole(figures.residentBytes / MB),
        'blocks found': String(figures.blocks),
      }
    },
  )
  const size = (history.bytes / MB).toFixed(1)
  report.table(`Cold open: ${blocks} blocks, ${edits} edits of history, ${size} MB, ${joiners} at once`, rows)
}

async function benchVersions(report: Report): Promise<void> {
  const months = [
    await measureMonth(1, 'words that never repeat'),
    await measureMonth(1, 'prose'),
    await measureMonth(2, 'prose'),
  ]
  report.table('A month of work: what its versions take, in a database with nothing else', months)
  const rows: Row[] = []
  for (const blocks of [300, 1_000, 5_000]) rows.push(await measureOpening(blocks))
  report.table('A version opened over HTTP (medians)', rows)
}

async function benchBriefs(report: Report, { seconds }: Options): Promise<void> {
  const [ours] = KINDS.live
  if (ours === undefined) return
  report.table('The PDF of a map of 40 blocks, each one printed for the first time', await measurePages(ours))
  report.table('One room of 50, and twenty briefs at once', await measureBeside(ours, seconds))
}

async function bench(options: Options): Promise<void> {
  const report = new Report(['pnpm bench', ...process.argv.slice(2)].join(' '))
  // First, since a browser needs all the cores there are.
  if (options.parts.includes('canvas')) await benchCanvas(report)
  stayOffServerCore()
  const asked = (kinds: readonly Kind[]) => kinds.filter(({ name }) => name.toLowerCase().includes(options.servers))
  if (options.parts.includes('map')) {
    report.table('One map, without network (medians)', [100, 500, 1_000].map(measureMap))
    report.table('All notices of one map (CPU, medians)', [100, 500, 1_000].map(measureNotices))
  }
  if (options.parts.includes('versions')) await benchVersions(report)
  if (options.parts.includes('rooms')) await benchRooms(report, asked(KINDS.live), options)
  if (options.parts.includes('brief')) await benchBriefs(report, options)
  if (options.parts.includes('many')) await benchManyRooms(report, asked([...KINDS.live, KINDS.bare]), options)
  if (options.parts.includes('cold')) await benchColdOpen(report, asked(KINDS.persistent), options)
  if (options.parts.includes('workshop'))
    report.table('One workshop: 50 people who also edit the map, 150 on phones', await measureWorkshop())
  if (options.write) report.writeInto('docs/performance.md')
}

try {
  await bench(readOptions(process.argv.slice(2)))
} catch (error) {
  console.error(error instanceof Error ? error.message : error)
  process.exitCode = 1
}
