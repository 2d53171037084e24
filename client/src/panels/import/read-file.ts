/** A map file that somebody chose, dropped or pasted, as far as it can be judged here. */
import { AppError } from '@throughline/shared/errors'
import { LIMITS } from '@throughline/shared/schema'

export interface ChosenFile {
  readonly name: string
  readonly content: unknown
}

/** @throws {AppError} `too-large`, `bad-map-file` or `bad-request` */
export async function readMapText(name: string, text: string): Promise<ChosenFile> {
  const { parseMapJson } = await import('@throughline/shared/map-file')
  return { name, content: parseMapJson(text) }
}

/** @throws {AppError} `too-large` */
export async function textOf(file: File): Promise<string> {
  if (file.size > LIMITS.mapFileBytes) throw new AppError('too-large', 'That file is larger than 16 MB.')
  return file.text()
}
