import type { Branded } from '../base/branded.ts'
import { nanoid } from 'nanoid'

/** Names a block within its map; also the key of its entries in the canvas document and in the map file. */
export type BlockId = Branded<string, 'BlockId'>
export type LinkId = Branded<string, 'LinkId'>
export type VoiceId = Branded<string, 'VoiceId'>
export type MapId = Branded<string, 'MapId'>
/** Milliseconds since 1970-01-01T00:00Z. */
export type EpochMs = Branded<number, 'EpochMs'>

/** What an id in a document or a map file may look like (contract, "Map file"). */
export const ID_PATTERN = /^[A-Za-z0-9_-]{1,64}$/

export function isId(value: unknown): value is string {
  return typeof value === 'string' && ID_PATTERN.test(value)
}

/** 21 characters, 126 random bits: no two people ever make the same one. */
export const newBlockId = () => nanoid() as BlockId
export const newLinkId = () => nanoid() as LinkId
/** 12 characters, 72 random bits: short enough for a link, and the key, not the id, keeps a map private. */
export const newMapId = () => nanoid(12) as MapId
