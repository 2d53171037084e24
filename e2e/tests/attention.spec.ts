/** In one room: the canvas is locked and opened by whoever facilitates, and nobody loses a word by it. */
import { expectAccessible } from '../world/a11y.ts'
import { expect, test, type Person } from '../world/actors.ts'

async function called(person: Person): Promise<void> {
  await person.page.addInitScript((given) => localStorage.setItem('throughline:name', given), person.name)
}

/** By keyboard. */
async function presses({ page }: Person, name: string | RegExp): Promise<void> {
  await page.getByRole('button', { name, exact: true }).first().focus()
  await page.keyboard.press('Enter')
}

async function comesToTheMap(person: Person, url: string): Promise<void> {
  await called(person)
  await person.open(url)
}

async function startsWorkshop(person: Person): Promise<void> {
  await person.opensPanel('Workshop')
  await presses(person, 'Start')
  await expect(person.panel('Workshop').getByRole('timer')).toBeVisible()
}

test('a locked canvas takes the facilitator’s edits alone; what others had in hand waits and comes when it opens', async ({
  ana,
  ben,
  mapUrl,
}) => {
  test.setTimeout(120_000)
  await comesToTheMap(ana, mapUrl)
  await ana.addsValue('Nobody drives out at night')
  await comesToTheMap(ben, mapUrl)
  await startsWorkshop(ana)
  const card = ben.card('Nobody drives out')

  // In the middle of a sentence, and with a field that is not left yet.
  await ben.selects(card)
  await ben.page.keyboard.press('b')
  await ben.page.getByRole('combobox', { name: 'Owner' }).fill('Mira')
  await presses(ana, 'Lock the canvas')
  await expect(ana.page.getByText('The canvas is locked for everybody who does not facilitate.')).toBeVisible()
  const line = ben.page.getByText('Ana has locked the canvas.')
  await expect(line).toBeVisible()
  await expect(line).toContainText('What you had in hand waits on this device')
  await expect(ben.savedState).toHaveText('Not saved: the canvas is locked')
  await expect(ben.page.getByRole('button', { name: 'Value', exact: true })).toHaveCount(0)
  await expectAccessible(ben.page)
  await ben.page.keyboard.press('Escape')
  await ben.pointsTwiceAt(card)
  await expect(ben.page.locator('[data-editing="true"]')).toHaveCount(0)

  // Over a reload too; and it says what waits.
  await ben.page.reload()
  await ben.seesTheMap()
  await expect(line).toBeVisible()
  await ben.savedState.click()
  await expect(ben.page.getByRole('dialog', { name: 'Not yet safe' })).toContainText('when the canvas is open again')
  await ben.page.keyboard.press('Escape')

  // The facilitator goes on, and everybody sees it.
  await ana.startsWriting(ana.card('Nobody drives out'))
  await ana.writes(', and everybody sleeps')
  await ana.stopsWriting()
  await expect(ben.sees('and everybody sleeps')).toBeVisible()
  await presses(ana, 'Unlock the canvas')
  await expect(line).toHaveCount(0)
  await expect(ben.savedState).toHaveText('Saved')
  await ana.selects(ana.card('Nobody drives out'))
  await ana.opensPanel('Block')
  await expect(ana.page.getByRole('combobox', { name: 'Owner' })).toHaveValue('Mira')

  // An open sentence closes with its words, and what was written away from the server meanwhile comes later.
  await ben.startsWriting(ben.card('everybody sleeps'))
  await ben.writes(', the pharmacist too')
  await expect(ana.sees('the pharmacist too')).toBeVisible()
  await ana.opensPanel('Workshop')
  await presses(ana, 'Lock the canvas')
  await expect(ben.editor).toHaveCount(0)
  await expect(ben.savedState).toHaveText('Saved')
  await presses(ana, 'Unlock the canvas')
  await expect(line).toHaveCount(0)
  await ben.goesOffline()
  await expect(ben.savedState).toHaveText(/out of reach/, { timeout: 20_000 })
  await ben.addsValue('Written on a train', { x: 900, y: 600 })
  await presses(ana, 'Lock the canvas')
  await ben.comesBack()
  await expect(ben.savedState).toHaveText('Not saved: the canvas is locked', { timeout: 20_000 })
  await expect(ana.sees('Written on a train')).toHaveCount(0)
  await presses(ana, 'Unlock the canvas')
  await expect(ana.sees('Written on a train')).toBeVisible()
  await expect(ben.savedState).toHaveText('Saved')
})
