/** What was logged, as data. */
import type { Fields, Log } from '../src/log.ts'

export interface LogLine {
  readonly level: 'debug' | 'info' | 'warn' | 'error'
  readonly event: string
  readonly fields: Fields
}

export class LogSink implements Log {
  readonly lines: LogLine[] = []

  debug = this.#keep('debug')
  info = this.#keep('info')
  warn = this.#keep('warn')
  error = this.#keep('error')

  #keep(level: LogLine['level']) {
    return (event: string, fields: Fields = {}) => {
      this.lines.push({ level, event, fields })
    }
  }

  all(event: string): readonly LogLine[] {
    return this.lines.filter((line) => line.event === event)
  }
}
