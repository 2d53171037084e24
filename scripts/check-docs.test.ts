import { expect, test } from 'vitest'
import { deadPaths, pathsIn } from './check-docs.ts'

test('every path that the docs name exists', () => {
  expect(deadPaths()).toEqual([])
})

test('links and code are paths; addresses, placeholders and what is built are not', () => {
  const text = [
    'See [the page](../README.md#start), [tldraw](https://tldraw.dev) and `shared/src/doc`.',
    'Built into `client/dist`, called as `GET /api/maps/:id`, kept in `server/src/*/present-*.ts`.',
  ].join('\n')
  expect(pathsIn(text, 'docs')).toEqual(['README.md', 'shared/src/doc'])
})
