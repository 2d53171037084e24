/** Figures about the running process, as Prometheus text. Names are for ever: dashboards depend on them. */
import { monitorEventLoopDelay } from 'node:perf_hooks'

export interface Gauges {
  readonly rooms: () => number
  readonly connections: () => number
}

export class Metrics {
  readonly #loop = monitorEventLoopDelay({ resolution: 20 })
  #updates = 0
  #bytes = 0
  #batches = 0
  #saveMs = 0
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

  text({ rooms, connections }: Gauges): string {
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
    put('updates_saved_total', 'counter', 'Updates written to disk.', this.#updates)
    put('bytes_saved_total', 'counter', 'Bytes of updates written to disk.', this.#bytes)
    put('save_batches_total', 'counter', 'Ticks whose updates were written to disk.', this.#batches)
    put('save_seconds_total', 'counter', 'Time from apply to disk, summed over ticks.', this.#saveMs / 1000)
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
}
