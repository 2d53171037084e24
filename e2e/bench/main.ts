/** `pnpm bench`: prints tables and never fails on a figure. */
import { cpus } from 'node:os'
import { measureFanOut } from './fan-out.ts'
import { measureMap } from './map.ts'
import { printTable } from './table.ts'

const cores = cpus()
console.log(`Node ${process.version}, ${cores.length} × ${cores[0]?.model ?? 'unknown processor'}`)
printTable('One map, without network (medians)', [100, 500, 1_000].map(measureMap))
printTable('Edits through a server, one edit a second and client', [
  await measureFanOut(5),
  await measureFanOut(25),
  await measureFanOut(60),
])
