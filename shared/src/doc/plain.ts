import { compareText } from '../schema/index.ts'
import * as Y from 'yjs'

export function sortedKeys(map: Y.Map<unknown>): readonly string[] {
  return [...map.keys()].toSorted(compareText)
}

export function plainObject(value: unknown): Record<string, unknown> | null {
  return typeof value === 'object' && value !== null && !Array.isArray(value) && !(value instanceof Y.AbstractType)
    ? (value as Record<string, unknown>)
    : null
}
