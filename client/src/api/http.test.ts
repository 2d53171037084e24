import { AppError } from '@throughline/shared/errors'
import { afterEach, expect, test, vi } from 'vitest'
import { callJson, kindOfClose, problemOf } from './http.ts'

const answer = (status: number, body: unknown) =>
  new Response(typeof body === 'string' ? body : JSON.stringify(body), { status })

afterEach(() => vi.unstubAllGlobals())

test('a problem document becomes the error it names, with its sentence and its report', async () => {
  const report = [{ path: 'blocks[0]', problem: 'unknown kind', done: 'left out' }]
  const error = await problemOf(
    answer(422, { type: 'urn:throughline:bad-map-file', title: 't', status: 422, detail: 'No blocks in it.', report }),
  )
  expect(error.kind).toBe('bad-map-file')
  expect(error.message).toBe('No blocks in it.')
  expect(error.extra['report']).toEqual(report)
})

test('a refusal that is no problem document is known by its status', async () => {
  expect((await problemOf(answer(404, 'no JSON'))).kind).toBe('unknown-map')
  expect((await problemOf(answer(418, {}))).kind).toBe('unexpected')
})

test('a gateway that answers for a dead server means out of reach', async () => {
  expect((await problemOf(answer(502, '<html>'))).extra['unreachable']).toBe(true)
})

test('no answer at all is an error too, and says so', async () => {
  vi.stubGlobal('fetch', () => Promise.reject(new TypeError('Failed to fetch')))
  const error = await callJson('/api/config').catch((thrown: unknown) => thrown)
  expect(error).toBeInstanceOf(AppError)
  expect((error as AppError).extra['unreachable']).toBe(true)
})

test('close codes name the same kinds', () => {
  expect(kindOfClose(4404)).toBe('unknown-map')
  expect(kindOfClose(4403)).toBe('not-allowed')
  expect(kindOfClose(4999)).toBe('unexpected')
})
