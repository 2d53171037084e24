/** Each role includes the ones before it (contract, "Roles, keys, persons"). */
export const ROLES = ['reader', 'viewer', 'commenter', 'editor', 'owner'] as const
export type Role = (typeof ROLES)[number]

export function includes(role: Role, needed: Role): boolean {
  return ROLES.indexOf(role) >= ROLES.indexOf(needed)
}

/** The two documents of a map: comments lie apart, so that a commenter never holds a writable canvas. */
export const DOCUMENTS = ['canvas', 'comments'] as const
export type DocumentName = (typeof DOCUMENTS)[number]

export type Lane = 'write' | 'read' | 'none'

/** What a connection of this role may do with a document; decided when it opens, never message by message. */
export function laneFor(role: Role, document: DocumentName): Lane {
  if (!includes(role, 'viewer')) return 'none'
  return includes(role, document === 'canvas' ? 'editor' : 'commenter') ? 'write' : 'read'
}
