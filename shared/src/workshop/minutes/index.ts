export type { Minutes, MinutesPart, MinutesSource, MinutesTelling, Said } from './minutes.ts'
export { composeMinutes } from './compose-minutes.ts'
export { minutesMarkdown } from './minutes-markdown.ts'
