import { expect, test } from 'vitest'
import { endOf } from './LinkBox.tsx'
import { qrPicture, qrSvg } from './QrCode.tsx'

test('a link that ends on a day holds until that day is over', () => {
  expect(endOf('2026-05-22')).toBe(new Date(2026, 4, 22, 23, 59, 59, 999).getTime())
  expect(endOf('')).toBeNull()
  expect(endOf('soon')).toBeNull()
})

test('the code of a link has its quiet zone and is one self-contained picture', async () => {
  const picture = await qrPicture('https://maps.example/m/k7Qd2#key=abcdefghijklmnopqrstuv')
  expect(picture.size).toBeGreaterThanOrEqual(21 + 8)
  expect(picture.path.startsWith('M4 4h1v1h-1z')).toBe(true)
  expect(qrSvg(picture)).toContain('fill="#fff"')
})
