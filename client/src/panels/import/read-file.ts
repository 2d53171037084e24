/** A file that somebody chose or dropped, as far as it can be judged here. */
import { AppError } from '@throughline/shared/errors'
import { LIMITS } from '@throughline/shared/schema'

export interface ChosenFile {
  readonly name: string
  readonly content: unknown
}

/** @throws {AppError} `too-large`, `bad-map-file` or `bad-request` */
export async function readMapFile(file: File): Promise<ChosenFile> {
  if (file.size > LIMITS.mapFileBytes) throw new AppError('too-large', 'That file is larger than 16 MB.')
  const text = await file.text()
  const { parseMapJson } = await import('@throughline/shared/map-file')
  return { name: file.name, content: parseMapJson(text) }
}
