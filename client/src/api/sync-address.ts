/** Where the documents of maps are kept in step: at the server that the page came from. */
export function syncAddress(): string {
  const { protocol, host } = window.location
  return `${protocol === 'https:' ? 'wss' : 'ws'}://${host}/sync`
}
