/**
 * News as a message for a chat, in what Slack, Mattermost, Rocket.Chat and Discord (at its `/slack` address) all read:
 * https://docs.slack.dev/messaging/formatting-message-text
 *
 * - **RC1** Whatever people wrote calls nobody, neither by `@channel` nor by `<!channel>`, and hides no link behind words.
 * - **RC2** As many lines as fit; how many are left out is said.
 */
import { cutText } from '../schema/index.ts'
import type { News } from './tell-news.ts'

/** Lines and characters that are still read in a chat; Slack itself advises 4,000. */
const MOST_LINES = 12
const MOST_CHARACTERS = 3_000
/** Characters of one line; a block to which all was done at once has more. */
const LINE = 1_000

export interface ChatAbout {
  readonly who: readonly string[]
  /** Where the map opens. */
  readonly link: string
}

export function renderChat(news: News, { who, link }: ChatAbout): string {
  const head = `*${plain(titleOf(news))}*: ${news.summary}${who.length === 0 ? '' : `, by ${plain(sayNames(who))}`}`
  const shown: string[] = []
  let length = 0
  for (const { says } of news.lines) {
    const line = `• ${plain(says.length <= LINE ? says : `${cutText(says, LINE)}…`)}`
    length += line.length
    if (shown.length === MOST_LINES || (shown.length > 0 && length > MOST_CHARACTERS)) break
    shown.push(line)
  }
  const left = news.lines.length - shown.length
  return [head, ...shown, ...(left === 0 ? [] : [`and ${left} more`]), link].join('\n')
}

export function titleOf({ title }: Pick<News, 'title'>): string {
  return title.trim() === '' ? 'A map without a title' : title
}

/** "Ana", "Ana and Ben", "Ana, Ben and Cleo". */
export function sayNames(names: readonly string[]): string {
  const last = names.at(-1) ?? ''
  return names.length < 2 ? last : `${names.slice(0, -1).join(', ')} and ${last}`
}

/** RC1: the three escapes that Slack asks for, and a sign of no width after an `@` that would call somebody. */
function plain(text: string): string {
  return text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll(/(?<![\p{L}\p{N}._-])@(?=\p{L})/gu, '@\u2060')
}
