/** Mail by SMTP, to the operator's own server (`SMTP_URL`). */
import { createTransport } from 'nodemailer'
import addressparser from 'nodemailer/lib/addressparser'
import { z } from 'zod'

export interface Mail {
  readonly to: string
  readonly subject: string
  readonly text: string
  readonly html: string
  /** The same for each try, so that a mail that came twice is shown once. */
  readonly id: string
  /** Where one click ends the mails (RFC 8058). */
  readonly leave?: string
}

export interface Mailer {
  /** Resolves when the mail server has taken it; else throws, and `isForGood` says whether it ever will. */
  send(mail: Mail): Promise<void>
  close(): void
}

/** Ms for each step of the conversation; a mail server that is slower is away. */
const CONNECT_MS = 15_000
const SILENCE_MS = 30_000

export function createMailer({ smtpUrl, from }: { readonly smtpUrl: string; readonly from: string }): Mailer {
  const transport = createTransport({
    url: smtpUrl,
    connectionTimeout: CONNECT_MS,
    greetingTimeout: CONNECT_MS,
    socketTimeout: SILENCE_MS,
    disableFileAccess: true,
    disableUrlAccess: true,
  })
  return {
    async send({ to, subject, text, html, id, leave }) {
      const oneClick =
        leave === undefined
          ? {}
          : { 'List-Unsubscribe': `<${leave}>`, 'List-Unsubscribe-Post': 'List-Unsubscribe=One-Click' }
      await transport.sendMail({
        from,
        to: { name: '', address: to },
        subject: subject.replaceAll(/\s+/gu, ' '),
        text,
        html,
        messageId: `<${id}@${domainOf(from)}>`,
        headers: { 'Auto-Submitted': 'auto-generated', ...oneClick },
      })
    },
    close: () => transport.close(),
  }
}

/** RFC 5321: a reply of 5yz will be the same the next time. */
export function isForGood(error: unknown): boolean {
  const code = error instanceof Error && 'responseCode' in error ? Number(error.responseCode) : 0
  return code >= 500 && code < 600
}

/** One address, with or without a name before it. */
export function isSender(text: string): boolean {
  const [one, ...others] = addressparser(text)
  return others.length === 0 && one?.address !== undefined && z.email().safeParse(one.address).success
}

export function isSmtpUrl(text: string): boolean {
  return /^smtps?:$/.test(URL.canParse(text) ? new URL(text).protocol : '') && new URL(text).hostname !== ''
}

function domainOf(from: string): string {
  return addressparser(from)[0]?.address?.split('@').at(-1) ?? 'localhost'
}
