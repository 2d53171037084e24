/** When the server hands out a newer client than the one that is open. */
export const NEWER_READY = 'A newer Throughline is ready.'
export const RELOAD = 'Reload'
