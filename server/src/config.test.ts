import { expect, test } from 'vitest'
import { readConfig, settings } from './config.ts'

test('an empty environment gives the defaults of the contract', () => {
  const { WEBHOOK_NETWORKS, DIGEST_AT, ...others } = readConfig({})
  expect(others).toEqual({ PORT: 4400, HOST: '127.0.0.1', DATA_DIR: './data', LOG_LEVEL: 'info' })
  expect(DIGEST_AT).toEqual({ minutes: 420, zone: 'UTC' })
  expect(WEBHOOK_NETWORKS.allows('8.8.8.8')).toBe(true)
  expect(WEBHOOK_NETWORKS.allows('127.0.0.1')).toBe(false)
})

test('reads what is set; what is set to nothing counts as unset', () => {
  expect(
    readConfig({ PORT: '0', HOST: '0.0.0.0', PUBLIC_URL: 'https://maps.example/', TRUST_PROXY: '1', ADMIN_KEY: '' }),
  ).toMatchObject({ PORT: 0, HOST: '0.0.0.0', PUBLIC_URL: 'https://maps.example', TRUST_PROXY: 1 })
  expect(readConfig({ TRUST_PROXY: 'loopback, 10.0.0.0/8' }).TRUST_PROXY).toBe('loopback, 10.0.0.0/8')
  expect(readConfig({ TRUST_PROXY: 'uniquelocal,::1, fd00::/8' }).TRUST_PROXY).toBe('uniquelocal,::1, fd00::/8')
  expect(readConfig({ TRUST_PROXY: 'true' }).TRUST_PROXY).toBe(true)
})

test.each([
  ['PORT', 'eighty'],
  ['PORT', '70000'],
  ['PORT', '4.5'],
  ['PUBLIC_URL', 'maps.example'],
  ['PUBLIC_URL', 'https://maps.example/path'],
  ['LOG_LEVEL', 'loud'],
  ['PORT', '0x50'],
  ['PORT', '-1'],
  ['PORT', ' 80'],
  ['PUBLIC_URL', 'https://ana:secret@maps.example'],
  ['PUBLIC_URL', 'ftp://maps.example'],
  ['ADMIN_KEY', 'correct horse battery'],
  ['ADMIN_KEY', 'schlüssel'],
  ['TRUST_PROXY', 'nginx'],
  ['TRUST_PROXY', '10.0.0.0/33'],
  ['TRUST_PROXY', 'loopback/8'],
  ['DATABASE_URL', 'postgres://x'],
  ['REDIS_URL', 'redis://x'],
  ['SMTP_URL', 'mail.example.org'],
  ['SMTP_URL', 'https://mail.example.org'],
  ['MAIL_FROM', 'nobody'],
  ['MAIL_FROM', 'a@b.example, c@d.example'],
  ['DIGEST_AT', '7:00 UTC'],
  ['DIGEST_AT', '07:00'],
  ['DIGEST_AT', '07:00 Atlantis/Poseidonis'],
  ['WEBHOOK_NETWORKS', 'private'],
  ['WEBHOOK_NETWORKS', '10.0.0.0/99'],
])('a bad %s stops the start with a sentence that names it', (name, value) => {
  expect(() => readConfig({ [name]: value })).toThrow(new RegExp(`^The setting ${name} .+\\.$`))
})

test('a public address is kept as browsers send an Origin', () => {
  expect(readConfig({ PUBLIC_URL: 'HTTPS://Maps.Example:443/' }).PUBLIC_URL).toBe('https://maps.example')
  expect(readConfig({ PUBLIC_URL: 'http://192.168.0.7:4400' }).PUBLIC_URL).toBe('http://192.168.0.7:4400')
})

test('every setting has a sentence', () => {
  for (const [name, setting] of Object.entries(settings.shape))
    expect([name, setting.description]).toEqual([name, expect.stringMatching(/\.$/)])
})

test('mail needs a sender and links that lead somewhere', () => {
  const mail = {
    SMTP_URL: 'smtp://127.0.0.1:25',
    MAIL_FROM: 'Maps <maps@example.org>',
    PUBLIC_URL: 'https://maps.example',
  }
  expect(readConfig(mail)).toMatchObject(mail)
  expect(() => readConfig({ ...mail, MAIL_FROM: '' })).toThrow(/^The setting MAIL_FROM must be set/)
  expect(() => readConfig({ ...mail, PUBLIC_URL: '' })).toThrow(/^The setting PUBLIC_URL must be set/)
})
