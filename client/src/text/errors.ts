/** One sentence for each kind of trouble: what is, then what one can do. Closed over ERROR_KINDS by its type. */
import type { AppError, ErrorKind } from '@throughline/shared/errors'

export interface TroubleText {
  readonly title: string
  readonly says: string
}

export const ERROR_TEXTS: Record<ErrorKind, TroubleText> = {
  'bad-request': {
    title: 'That could not be read',
    says: 'The server could not read what this page sent. Reload the page and try again.',
  },
  'bad-frame': {
    title: 'The connection was closed',
    says: 'The server could not read a message of this page. Reload it to carry on.',
  },
  'no-key': {
    title: 'This map opens with a link',
    says: 'This browser holds no key for it. Ask whoever works on it for a link.',
  },
  'not-allowed': {
    title: 'This link does not open that',
    says: 'The link has been taken back, has ended, or allows less than that. Ask whoever sent it for a new one.',
  },
  'unknown-map': {
    title: 'No map is here',
    says: 'No map is at this address, or the link belongs to another one. Ask whoever sent it for a new one.',
  },
  'not-found': {
    title: 'Nothing is here',
    says: 'Nothing is at this address. The maps of this browser are on the home page.',
  },
  'wrong-method': {
    title: 'The server does not take that',
    says: 'This page and the server do not fit together. Reload the page.',
  },
  'too-large': { title: 'That is too large', says: 'That is larger than the server takes. A map file may have 16 MB.' },
  'other-epoch': {
    title: 'This map has been put back to an earlier state',
    says: 'The server holds the map as it was at an earlier time. Nothing that was on this page has been mixed into it.',
  },
  'not-now': {
    title: 'That is not the moment for it',
    says: 'Something has changed meanwhile, and it no longer fits. Look again, and try once more if you still want to.',
  },
  'wrong-type': {
    title: 'That type is not understood',
    says: 'The server does not understand this type of file. A map file ends in .json.',
  },
  'bad-map-file': {
    title: 'That is not a map file',
    says: 'That is not a map file. A map file is JSON and says "format": "throughline-map".',
  },
  'bad-input': { title: 'Something does not fit', says: 'Something in it does not fit. Change it and try again.' },
  'too-old': {
    title: 'This page is older than the server',
    says: 'The server has moved on since this page was loaded. Reload it.',
  },
  'slow-down': {
    title: 'Too much at once',
    says: 'That was too much at once for the server. It takes more in a moment.',
  },
  'rights-changed': {
    title: 'The rights of this link have changed',
    says: 'The rights of this link have changed. The page opens again with the new ones.',
  },
  locked: {
    title: 'The canvas is locked',
    says: 'Whoever facilitates the workshop has locked the canvas. Try again when it is open.',
  },
  restarting: { title: 'The server is restarting', says: 'The server is restarting. The page comes back by itself.' },
  'storage-unavailable': {
    title: 'The server cannot save just now',
    says: 'The server cannot reach its storage. Nothing that was saved is lost; try again in a moment.',
  },
  'storage-full': {
    title: 'The server has no room left',
    says: 'The server has no room left to save. Tell whoever runs it; what was saved before is safe.',
  },
  unexpected: {
    title: 'Something went wrong at the server',
    says: 'Something went wrong at the server. Nothing that was saved is lost; try again in a moment.',
  },
}

/** After "Not saved: ", while the page goes on trying. A full disk closes with the code of one that is out of reach. */
export const NOT_SAVED_WHY: Partial<Record<ErrorKind, string>> = {
  'storage-unavailable': 'the server cannot save just now',
  'slow-down': 'too much at once for the server',
  unexpected: 'something went wrong at the server',
}

/** Not a kind: there was no answer that could have had one. */
export const UNREACHABLE_TEXT: TroubleText = {
  title: 'The server is out of reach',
  says: 'The server does not answer. What it has saved is safe; try again when the connection is back.',
}

export const TAKE_OFF_LIST = 'Take it off the list'
/** When a map closes while one writes in it. */
export const SAVE_WORDS = 'Save what was on it as a map file'
export const WORDS_UNSAVED = 'The last words written here have not reached the server; they are here to be taken along.'

/** Of a command that was refused: what the server wrote for the occasion, which says what to do now. */
export const refusalText = (error: AppError): string => (error.message === '' ? errorText(error).says : error.message)

/** What was written for the occasion by the server wins where it says more than the kind does. */
export function errorText(error: AppError): TroubleText {
  if (error.extra['unreachable'] === true) return UNREACHABLE_TEXT
  const known = ERROR_TEXTS[error.kind]
  const specific = error.kind === 'bad-map-file' || error.kind === 'bad-input' || error.kind === 'bad-request'
  return specific && error.message !== '' ? { title: known.title, says: error.message } : known
}
