/** What pages and the service worker call each other's things. Types alone: the worker is one file and shares no code. */

/** A lock that a page holds as long as it is open, named for the script that it has begun with. */
export type PageLock = `throughline-page-${string}`
/** From a page that is up: builds that nobody runs any more may go. */
export type Tidy = 'tidy'
/** From the worker that answers to the one that waits: it takes over, and says under which name it keeps its files. */
export type HandOver = 'hand-over'
