/** Asks for briefs, all at once, in a process of its own; answers with how long each took. */
import { askBrief, type Ask } from './ask-brief.ts'

process.on('message', (asks: readonly Ask[]) => {
  void Promise.all(asks.map(askBrief)).then(
    (times) => process.send?.({ times }),
    (error: unknown) => process.send?.({ failed: String(error) }),
  )
})
process.on('disconnect', () => process.exit(0))
// It has loaded what it needs.
process.send?.({})
