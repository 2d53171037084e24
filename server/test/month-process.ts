/** A month of work as a process of its own, for `pnpm bench`: folder and size as arguments, figures as JSON on stdout. */
import { workAMonth, type MonthSize } from './month-of-edits.ts'

const [folder = '', size = ''] = process.argv.slice(2)
process.stdout.write(JSON.stringify(await workAMonth(folder, JSON.parse(size) as MonthSize)))
