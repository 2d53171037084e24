/** Where a map sends its news: what the dialog says. */
import type { DigestAnswer, WebhookTried, WebhookView } from '@throughline/shared/protocol'
import { sayDay } from './words.ts'

export const NOTIFY = 'Notify'
export const NOTIFY_OPEN = 'Notify…'
export const NOTIFY_INTRO = 'Where news of this map goes. Nothing is sent until somebody asks for it.'

export const WEBHOOK = 'A chat or a program'
export const WEBHOOK_WHAT =
  'Ten minutes after the work comes to rest, a message says what has changed and who worked on it. Slack and Mattermost show it as it is; programs find the changes in it as data, signed.'
export const WEBHOOK_ADDRESS = 'Webhook address'
export const WEBHOOK_PLACEHOLDER = 'https://hooks.example.org/…'
export const WEBHOOK_SET = 'Send news there'
export const WEBHOOK_CHANGE = 'Save the address'
export const WEBHOOK_TEST = 'Send a test'
export const WEBHOOK_SEND = 'Send it now'
export const WEBHOOK_NEW_SECRET = 'New secret'
export const WEBHOOK_REMOVE = 'Take it away'
export const WEBHOOK_REMOVED = 'The webhook is gone. No more news is sent.'
export const WEBHOOK_NOT_ALLOWED = 'Whoever runs this server allows no webhooks.'
export const WEBHOOK_ADDRESS_WRONG =
  'That is no address to send to: it begins with https:// or http://, and holds no name, password or #.'
export const WEBHOOK_SECRET = 'Signing secret'
export const WEBHOOK_SECRET_HINT =
  'The signing secret, for programs that check where a message comes from (Standard Webhooks). Shown now and never again; a chat needs none.'
export const COPY = 'Copy'
export const COPIED = 'Copied'

export const DIGEST = 'A daily mail'
export const digestWhat = (at: string) =>
  `Once a day, at ${at}, a mail says what has changed, when something has. The address is shown to nobody else; every mail has a link that ends it.`
export const DIGEST_ADDRESS = 'Your mail address'
export const DIGEST_ASK = 'Mail me daily'
export const DIGEST_END = 'No more mails'
export const DIGEST_ENDED = 'No more mails come. Your address is kept nowhere any more.'
export const DIGEST_WRONG = 'That is no mail address, or the mail server does not take it.'
export const DIGEST_SLOW =
  'That address has just been asked, or several others are being asked. Try again in ten minutes.'
export const DIGEST_AWAY = 'The mail server is out of reach. Try again later.'

export function sayDigest({ address, confirmed }: NonNullable<DigestAnswer['mine']>): string {
  return confirmed
    ? `The daily mail goes to ${address}.`
    : `A mail is on its way to ${address}. Follow its link, and the daily mail comes.`
}

/** "today, 14:02". */
function sayTime(at: number, now: number): string {
  const time = new Date(at).toLocaleTimeString('en-GB', { hour: '2-digit', minute: '2-digit' })
  const day =
    at > now + 12 * 3_600_000 ? new Date(at).toLocaleDateString('en-GB', { weekday: 'long' }) : sayDay(at, now)
  return `${day}, ${time}`
}

const sayTries = (n: number) => (n === 1 ? '1 try' : `${n} tries`)

export function sayWebhook({ waiting, last, stopped }: WebhookView, now: number): string {
  if (stopped) return 'Stopped: the receiver has said that it is gone. Send to it now, or save another address.'
  if (last === null) return waiting === null ? 'On. Nothing has been sent yet.' : 'The first message is on its way.'
  if (last.ok) return `On. The last message arrived ${sayTime(last.at, now)}.`
  const failed = `The last delivery failed: ${last.why}, ${sayTries(last.tries)}.`
  if (waiting !== null) return `${failed} The next try is ${sayTime(waiting.nextAt, now)}.`
  return `${failed} Given up; the next message says what this one would have said.`
}

export function sayTried({ ok, why }: WebhookTried): string {
  return ok ? 'The test has arrived.' : `The test has not arrived: ${why}. Check the address.`
}
