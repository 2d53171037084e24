import { nanoid } from 'nanoid'
import { DOCUMENTS, type DocumentName } from '@throughline/shared/access'
import type { Branded } from '@throughline/shared/base'
import type { MapId } from '@throughline/shared/schema'

/** `<mapId>/<document>`: opaque to the stores, compared whole. */
export type DocName = Branded<string, 'DocName'>
/** Names a key without being one: it may stand in logs and addresses. */
export type KeyId = Branded<string, 'KeyId'>
export type PersonId = Branded<string, 'PersonId'>
/** Opaque, compared whole, never the same twice. */
export type MapEpoch = Branded<string, 'MapEpoch'>
/** SHA-256 of a secret, base64url. */
export type SecretHash = Branded<string, 'SecretHash'>
/** How many updates a document has taken, this one included: 1 is the first. */
export type Seq = Branded<number, 'Seq'>

export function docName(map: MapId, document: DocumentName): DocName {
  return `${map}/${document}` as DocName
}

export function docNamesOf(map: MapId): readonly DocName[] {
  return DOCUMENTS.map((document) => docName(map, document))
}

/** The other way round. */
export function partsOfDocName(name: DocName): { readonly map: MapId; readonly document: DocumentName } {
  const [map = '', document = ''] = name.split('/')
  return { map: map as MapId, document: document as DocumentName }
}

export const newKeyId = () => nanoid(12) as KeyId
export const newMapEpoch = () => nanoid(12) as MapEpoch
export const newPersonId = () => nanoid(12) as PersonId
