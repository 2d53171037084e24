/** What pages and the service worker call each other's things. Types alone: the worker is one file and shares no code. */

/** A lock that a page holds as long as it is open, named for the script that it has begun with. */
export type PageLock = `throughline-page-${string}`
/** From a page that is up: builds that nobody runs any more may go. */
export type Tidy = 'tidy'
/** From the worker that answers to the one that waits: under which name does it keep its files? */
export type Where = 'where'
/** From a page: is this worker of the build that the page has begun with? Answered with true or false. */
export interface WhoseBuild {
  /** The path of the page's first script. */
  readonly begunWith: string
}
/** From a page of the newer build that is up: the worker that waits may answer now. */
export type TakeOver = 'take-over'
