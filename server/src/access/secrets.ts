/** Keys, session and person tokens: 128 random bits each, kept only as a hash. Guessing one is hopeless, so no salt. */
import { createHash, randomBytes } from 'node:crypto'
import type { SecretHash } from '../stores/index.ts'

export function newSecret(): string {
  return randomBytes(16).toString('base64url')
}

export function hashSecret(secret: string): SecretHash {
  return createHash('sha256').update(secret).digest('base64url') as SecretHash
}
