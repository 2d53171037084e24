/** A mail server of the test's own: real SMTP, every mail kept and read. */
import { once } from 'node:events'
import type { AddressInfo } from 'node:net'
import PostalMime, { type Email } from 'postal-mime'
import { SMTPServer } from 'smtp-server'

export interface MailServer {
  readonly url: string
  readonly mails: readonly Email[]
  /** Replies to every recipient, or to one, from now on with this code; null takes mails again. */
  refuse(code: number | null, address?: string): void
  close(): Promise<void>
}

export async function startMailServer(): Promise<MailServer> {
  const mails: Email[] = []
  let refusal: number | null = null
  let refused: string | undefined
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ['STARTTLS', 'AUTH'],
    logger: false,
    onRcptTo({ address }, _session, done) {
      const takes = refusal === null || (refused !== undefined && refused !== address)
      done(takes ? null : Object.assign(new Error('not now'), { responseCode: refusal }))
    },
    onData(stream, _session, done) {
      const chunks: Buffer[] = []
      stream.on('data', (chunk: Buffer) => chunks.push(chunk))
      stream.on('end', () => {
        const keep = async () => void mails.push(await PostalMime.parse(Buffer.concat(chunks)))
        void keep().finally(() => done())
      })
    },
  })
  server.on('error', () => {})
  const { server: net } = server
  server.listen(0, '127.0.0.1')
  await once(net, 'listening')
  return {
    url: `smtp://127.0.0.1:${(net.address() as AddressInfo).port}`,
    mails,
    refuse: (code, address) => {
      refusal = code
      refused = address
    },
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve())
      }),
  }
}
