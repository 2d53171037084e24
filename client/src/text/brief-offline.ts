/** What the brief says while the server is out of reach. */
export const MADE_HERE =
  'The server is out of reach. This is the brief as this device has the map; the files that the server sets, PDF, Word and PNG, wait until it is back.'
export const AS_LAST_SEEN = 'The server is out of reach. This is the brief as it was when the server last answered.'
export const FILE_MADE_HERE = 'Made on this device, from what it has.'
export const fileWaits = (format: string): string =>
  `${format} is set by the server, and the server is out of reach. Markdown and HTML are made here.`
export const LIST_WAITS =
  'Versions are kept by the server, and it is out of reach. What you write stays on this device until it is back.'
