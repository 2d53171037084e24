export { Access, makeKey, makeKeys, refusalOf, requireRole, type Caller } from './access.ts'
export { hashSecret, newSecret } from './secrets.ts'
export { bearerOf, personCookie, readShown, sessionCookie, type Shown } from './shown.ts'
export { isForeignOrigin, isForeignPage, isOwnOrigin } from './origin.ts'
