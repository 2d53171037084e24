/** Figures about the running process, as Prometheus text. Names are for ever: dashboards depend on them. */
import { monitorEventLoopDelay } from 'node:perf_hooks'

export interface Gauges {
  readonly rooms: () => number
  readonly connections: () => number
  readonly streams: () => number
}

/** Upper ends in seconds, from one quiet commit to a disk in trouble. */
const SAVE_BUCKETS = [0.002, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 10] as const

export class Metrics {
  readonly #loop = monitorEventLoopDelay({ resolution: 20 })
  #updates = 0
  #bytes = 0
  #batches = 0
  #saveMs = 0
  /** How many saves took no longer than each bucket's end. */
  readonly #savesWithin = SAVE_BUCKETS.map(() => 0)
  #framesIn = 0
  #bytesIn = 0
  #refused = 0

  constructor() {
    this.#loop.enable()
  }

  saved(updates: number, bytes: number, ms: number): void {
    this.#updates += updates
    this.#bytes += bytes
    this.#batches += 1
    this.#saveMs += ms
    for (const [at, end] of SAVE_BUCKETS.entries())
      if (ms <= end * 1000) this.#savesWithin[at] = (this.#savesWithin[at] ?? 0) + 1
  }

  frameIn(bytes: number): void {
    this.#framesIn += 1
    this.#bytesIn += bytes
  }

  refused(): void {
    this.#refused += 1
  }

  close(): void {
    this.#loop.disable()
  }

  text({ rooms, connections, streams }: Gauges): string {
    const memory = process.memoryUsage()
    const lines: string[] = []
    const put = (name: string, kind: 'counter' | 'gauge', help: string, value: number) =>
      lines.push(
        `# HELP throughline_${name} ${help}`,
        `# TYPE throughline_${name} ${kind}`,
        `throughline_${name} ${value}`,
      )
    put('rooms', 'gauge', 'Documents loaded.', rooms())
    put('connections', 'gauge', 'Open WebSocket connections.', connections())
    put('workshop_streams', 'gauge', 'People who listen to a workshop.', streams())
    put('updates_saved_total', 'counter', 'Updates written to disk.', this.#updates)
    put('bytes_saved_total', 'counter', 'Bytes of updates written to disk.', this.#bytes)
    put('save_batches_total', 'counter', 'Ticks whose updates were written to disk.', this.#batches)
    put('save_seconds_total', 'counter', 'Time from apply to disk, summed over ticks.', this.#saveMs / 1000)
    lines.push(...this.#saveHistogram())
    put('frames_received_total', 'counter', 'WebSocket messages received.', this.#framesIn)
    put('bytes_received_total', 'counter', 'Bytes of WebSocket messages received.', this.#bytesIn)
    put('connections_refused_total', 'counter', 'Connections closed for a fault or a lack of rights.', this.#refused)
    put(
      'event_loop_delay_seconds',
      'gauge',
      'Event loop delay, 99th percentile since the start.',
      this.#loop.percentile(99) / 1e9,
    )
    put('resident_memory_bytes', 'gauge', 'Resident memory of the process.', memory.rss)
    put('heap_used_bytes', 'gauge', 'JavaScript heap in use.', memory.heapUsed)
    return `${lines.join('\n')}\n`
  }

  #saveHistogram(): readonly string[] {
    const name = 'throughline_save_duration_seconds'
    return [
      `# HELP ${name} Time from apply to disk, by tick.`,
      `# TYPE ${name} histogram`,
      ...SAVE_BUCKETS.map((end, at) => `${name}_bucket{le="${end}"} ${this.#savesWithin[at] ?? 0}`),
      `${name}_bucket{le="+Inf"} ${this.#batches}`,
      `${name}_sum ${this.#saveMs / 1000}`,
      `${name}_count ${this.#batches}`,
    ]
  }
}
