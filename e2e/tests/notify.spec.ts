/** News leaves the map: an owner sends it to a chat, sees whether it arrives, and takes that back; a viewer asks for a daily mail. */
import { once } from 'node:events'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { startMailServer } from '../../server/test/mail-server.ts'
import { expectAccessible } from '../world/a11y.ts'
import { expect, test } from '../world/actors.ts'
import { callAs, makeMap } from '../world/api.ts'
import { startServer } from '../world/server.ts'
import { freePort } from '../world/free-port.ts'

test('an owner sends news of a map to a chat, sees what went wrong, and takes it away', async ({ ana, ben }) => {
  const texts: string[] = []
  let status = 200
  const chat = createServer((request, response) => {
    let body = ''
    request.on('data', (chunk: Buffer) => (body += chunk.toString()))
    request.on('end', () => {
      texts.push((JSON.parse(body) as { text: string }).text)
      response.writeHead(status).end()
    })
  })
  chat.listen(0, '127.0.0.1')
  await once(chat, 'listening')
  const server = await startServer({ WEBHOOK_NETWORKS: '127.0.0.1' })
  try {
    const map = await makeMap(server.origin, { title: 'Vardeholm' })
    await ana.open(map.link('owner'))
    const dialog = ana.page.getByRole('dialog', { name: 'Notify' })
    await ana.page.keyboard.press('ControlOrMeta+k')
    await ana.writes('Notify')
    await ana.page.keyboard.press('Enter')
    await expect(dialog).toBeVisible()
    await ana.page.keyboard.press('Escape')
    await ana.picks('More')
    await ana.page.getByRole('button', { name: 'Notify…' }).click()
    const address = dialog.getByRole('textbox', { name: 'Webhook address' })
    await address.fill('nowhere')
    await ana.page.keyboard.press('Enter')
    await expect(dialog.getByRole('alert')).toContainText('it begins with https://')
    await address.fill(`http://127.0.0.1:${(chat.address() as AddressInfo).port}/hook`)
    await ana.page.keyboard.press('Enter')
    await expect(dialog).toContainText('On. Nothing has been sent yet.')
    await expect(dialog.getByRole('textbox', { name: 'Signing secret' })).toHaveValue(/^whsec_.{40,}$/)
    await expectAccessible(ana.page)
    await dialog.getByRole('button', { name: 'Send a test' }).click()
    await expect(dialog).toContainText('The test has arrived.')
    expect(texts[0]).toContain('*Vardeholm*: a test')
    await ana.page.keyboard.press('Escape')
    await expect(ana.page.getByRole('button', { name: 'More', exact: true })).toBeFocused()

    await ana.addsValue('The fridge calls you first.')
    await expect.poll(async () => (await map.file()).blocks.length).toBe(1)
    status = 404
    // As when the map comes to rest, ten minutes after.
    await callAs(map.keys.owner, `${server.origin}/api/maps/${map.id}/webhook/send`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: '{}',
    })
    await ana.picks('More')
    await ana.page.getByRole('button', { name: 'Notify…' }).click()
    await expect(dialog).toContainText('The last delivery failed: 404 Not Found, 1 try. The next try is')
    await expect(dialog).not.toContainText('whsec_')
    status = 200
    await dialog.getByRole('button', { name: 'Send it now' }).click()
    await expect(dialog).toContainText('On. The last message arrived today,')
    expect(texts.at(-1)).toContain('New: the value “The fridge calls you first.”')

    await dialog.getByRole('button', { name: 'Take it away' }).click()
    await expect(dialog).toContainText('The webhook is gone.')
    await expect(dialog.getByRole('button', { name: 'Send a test' })).toHaveCount(0)
    await ben.open(map.link('editor'))
    await ben.picks('More')
    await expect(ben.page.getByRole('button', { name: 'Notify…' })).toHaveCount(0)
  } finally {
    chat.close()
    await server.stop()
  }
})

test('a viewer asks for a daily mail, says yes by the link in it, and ends it on the map', async ({ ben }) => {
  const post = await startMailServer()
  const port = await freePort()
  const server = await startServer({
    PORT: String(port),
    PUBLIC_URL: `http://127.0.0.1:${port}`,
    SMTP_URL: post.url,
    MAIL_FROM: 'Throughline <maps@example.org>',
    DIGEST_AT: '07:00 Europe/Zurich',
  })
  try {
    const map = await makeMap(server.origin, { title: 'Vardeholm' })
    const dialog = ben.page.getByRole('dialog', { name: 'Notify' })
    const opens = async () => {
      await ben.open(map.link('viewer'))
      await ben.picks('More')
      await ben.page.getByRole('button', { name: 'Notify…' }).click()
      await expect(dialog).toContainText('Once a day, at 07:00 (Europe/Zurich)')
    }
    await opens()
    await expect(dialog).not.toContainText('Webhook')
    await dialog.getByRole('textbox', { name: 'Your mail address' }).fill('ben')
    await ben.page.keyboard.press('Enter')
    await expect(dialog.getByRole('alert')).toContainText('That is no mail address')
    await dialog.getByRole('textbox', { name: 'Your mail address' }).fill('ben@example.org')
    await ben.page.keyboard.press('Enter')
    await expect(dialog).toContainText('A mail is on its way to ben@example.org.')
    await expectAccessible(ben.page)
    await expect.poll(() => post.mails.length).toBe(1)
    const link = /http:\S+\/mail\/confirm\S+/.exec(post.mails[0]?.text ?? '')?.[0] ?? ''
    await ben.goesTo(link)
    await expectAccessible(ben.page)
    await ben.page.getByRole('button', { name: 'Yes, send me the daily mail' }).click()
    await expect(ben.page.getByRole('heading')).toHaveText('It is set')
    await opens()
    await expect(dialog).toContainText('The daily mail goes to ben@example.org.')
    await dialog.getByRole('button', { name: 'No more mails' }).click()
    await expect(dialog).toContainText('No more mails come.')
  } finally {
    await server.stop()
    await post.close()
  }
})
