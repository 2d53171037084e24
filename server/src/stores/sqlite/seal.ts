/** Sealing: only who has the key can read it, and nobody can put it into another's place. */
import { createCipheriv, createDecipheriv, createHmac, randomBytes } from 'node:crypto'
import type { Branded } from '@throughline/shared/base'

/** One half encrypts, the other names people. */
export type SealKey = Branded<Uint8Array, 'SealKey'>

const ALGORITHM = 'aes-256-gcm'
const HALF_BYTES = 32
const NONCE_BYTES = 12
const TAG_BYTES = 16

export const SEAL_KEY_BYTES = 2 * HALF_BYTES

export const newSealKey = () => new Uint8Array(randomBytes(SEAL_KEY_BYTES)) as SealKey

/** `place` says where the bytes lie; they cannot be read in any other place. */
export function seal(key: SealKey, place: readonly string[], text: string): Uint8Array {
  const nonce = randomBytes(NONCE_BYTES)
  const cipher = createCipheriv(ALGORITHM, key.subarray(0, HALF_BYTES), nonce).setAAD(
    Buffer.from(JSON.stringify(place)),
  )
  const sealed = Buffer.concat([cipher.update(text, 'utf8'), cipher.final()])
  return Buffer.concat([nonce, cipher.getAuthTag(), sealed])
}

/** Null for bytes that are not what was sealed there with this key. */
export function unseal(key: SealKey, place: readonly string[], bytes: Uint8Array): string | null {
  if (bytes.length < NONCE_BYTES + TAG_BYTES) return null
  const decipher = createDecipheriv(ALGORITHM, key.subarray(0, HALF_BYTES), bytes.subarray(0, NONCE_BYTES), {
    authTagLength: TAG_BYTES,
  })
  decipher.setAAD(Buffer.from(JSON.stringify(place)))
  decipher.setAuthTag(bytes.subarray(NONCE_BYTES, NONCE_BYTES + TAG_BYTES))
  try {
    const text = decipher.update(bytes.subarray(NONCE_BYTES + TAG_BYTES))
    return Buffer.concat([text, decipher.final()]).toString()
  } catch {
    return null
  }
}

/** Always the same for one person, and without the key nobody's. */
export function sealedName(key: SealKey, person: string): string {
  return createHmac('sha256', key.subarray(HALF_BYTES)).update(person).digest('base64url')
}
