/** What cards, links and their tools say, beside the words of `words.ts`. */
import { sayChoice } from '@throughline/shared/schema'

export const evidenceWord = (evidence: string): string => sayChoice('evidence', evidence) ?? evidence
export const reachWords = (reach: string): string => sayChoice('reach', reach) ?? reach

const DAY = new Intl.DateTimeFormat('en-GB', { day: 'numeric', month: 'short' })
const DAY_AND_YEAR = new Intl.DateTimeFormat('en-GB', { day: 'numeric', month: 'short', year: 'numeric' })

/** `12 May`, with its year when that is another than this one; `''` for what is no date. Short: a card is narrow. */
export function shortDay(iso: string, now: number): string {
  const date = new Date(iso)
  if (Number.isNaN(date.getTime())) return ''
  return (date.getFullYear() === new Date(now).getFullYear() ? DAY : DAY_AND_YEAR).format(date)
}

export const isWriting = (name: string): string => `${name} is writing`
export const saidBy = (name: string): string => `By ${name}`
export const wasAgreed = (day: string): string => (day === '' ? 'Was agreed.' : `Was agreed ${day}.`)
export const COMPARE = 'Compare'
export const COMPARE_DONE = 'Done'

export const ALREADY_LINKED = 'These two are linked already.'
export const BLOCK_GONE = 'That block has just been removed.'
export const PULL_LINK = 'Pull to link it with another block.'
