/**
 * News as a mail: a subject, plain text, and the same as simple HTML that needs no picture, no font and no address.
 *
 * - **RM1** Both forms say the same lines in the same order; how many did not fit is said.
 * - **RM2** Whatever people wrote is text in the HTML, too, and runs in its own direction.
 */
import { sayNames, titleOf } from './render-chat.ts'
import type { News } from './tell-news.ts'

/** Lines of one mail: what is read in a few minutes. The rest is on the map. */
const MOST_LINES = 60
/** Characters of a title in a subject; mail programs show fewer. */
const TITLE_IN_SUBJECT = 80

export interface MailAbout {
  readonly who: readonly string[]
  /** Where the map opens. */
  readonly link: string
  /** "Friday 27 November, 07:00 (UTC)". */
  readonly since: string
  /** Where one click ends the mails. */
  readonly leave: string
  /** Whether the mail before this one did not come. */
  readonly missedOne?: boolean
}

const MISSED_ONE =
  'The mail before this one could not be delivered. The map says what has changed since you were last there.'

export interface MailText {
  readonly subject: string
  readonly text: string
  readonly html: string
}

export function renderMail(news: News, { who, link, since, leave, missedOne = false }: MailAbout): MailText {
  const title = titleOf(news)
  const lines = news.lines.slice(0, MOST_LINES).map(({ says }) => says)
  const left = news.lines.length - lines.length
  const intro = `Since ${since}: ${news.summary}${who.length === 0 ? '' : `, by ${sayNames(who)}`}.`
  const missed = missedOne ? [MISSED_ONE] : []
  const more = left === 0 ? [] : [`And ${left} more, on the map.`]
  const why = 'You get this once a day when something has changed, because you asked for it on this map.'
  return {
    subject: `${cut(title)}: ${news.summary}`,
    text: [
      title,
      '',
      intro,
      ...missed,
      '',
      ...lines.map((line) => `- ${line}`),
      ...more,
      '',
      `Open the map: ${link}`,
      '',
      why,
      `No more of these mails: ${leave}`,
      '',
    ].join('\n'),
    html: page(title, [
      `<h1 dir="auto" style="font-size:20px;line-height:28px;margin:0 0 8px">${escaped(title)}</h1>`,
      `<p dir="auto" style="margin:0 0 16px">${escaped(intro)}</p>`,
      ...missed.map((line) => `<p style="margin:0 0 16px">${escaped(line)}</p>`),
      `<ul style="margin:0 0 16px;padding-left:20px">${lines.map((line) => `<li dir="auto" style="margin:0 0 8px">${escaped(line)}</li>`).join('')}</ul>`,
      ...more.map((line) => `<p style="margin:0 0 16px">${escaped(line)}</p>`),
      `<p style="margin:0 0 24px"><a href="${escaped(link)}">Open the map</a></p>`,
      `<p style="margin:0;font-size:13px;line-height:20px;color:#595959">${escaped(why)} <a href="${escaped(leave)}" style="color:#595959">No more of these mails</a></p>`,
    ]),
  }
}

/** Asks whether an address wants the mails: whoever owns it may never have heard of the map. */
export function renderConfirmation(map: { readonly title: string }, confirm: string): MailText {
  const title = titleOf(map)
  const asked = `Somebody asked for a daily mail about the map “${title}” to this address.`
  const how = 'Open this link to get it, once a day when something has changed:'
  const not = 'If that was not you, do nothing: no other mail will come.'
  return {
    subject: `Daily mail about ${cut(title)}: please confirm`,
    text: [asked, '', how, confirm, '', not, ''].join('\n'),
    html: page(title, [
      `<p dir="auto" style="margin:0 0 16px">${escaped(asked)}</p>`,
      `<p style="margin:0 0 16px">${escaped(how)}<br><a href="${escaped(confirm)}">Yes, send me the daily mail</a></p>`,
      `<p style="margin:0">${escaped(not)}</p>`,
    ]),
  }
}

function page(title: string, parts: readonly string[]): string {
  const style = 'margin:0 auto;padding:24px;max-width:640px;font:16px/24px Georgia,serif;color:#1a1a1a;background:#fff'
  return `<!doctype html><html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>${escaped(title)}</title></head><body style="${style}">${parts.join('\n')}</body></html>`
}

function cut(title: string): string {
  return title.length <= TITLE_IN_SUBJECT ? title : `${title.slice(0, TITLE_IN_SUBJECT).toWellFormed().trimEnd()}…`
}

const ENTITIES: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' }
function escaped(text: string): string {
  return text.replaceAll(/[&<>"]/gu, (sign) => ENTITIES[sign] ?? sign)
}
