/**
 * What this browser keeps between visits. Storage may be full, forbidden or gone (private windows): then nothing is
 * kept and nothing breaks.
 */
export function kept(key: string): string | null {
  try {
    return window.localStorage.getItem(key)
  } catch {
    return null // storage is forbidden here
  }
}

export function keep(key: string, value: string): void {
  try {
    window.localStorage.setItem(key, value)
  } catch {
    // Full or forbidden: what is kept here is a convenience, the map itself is at the server.
  }
}

export function forget(key: string): void {
  try {
    window.localStorage.removeItem(key)
  } catch {
    // Forbidden: then there is nothing to forget.
  }
}

/** The names under which something is kept that begin like this. */
export function keptNames(beginning: string): readonly string[] {
  try {
    return Object.keys(window.localStorage).filter((name) => name.startsWith(beginning))
  } catch {
    return [] // storage is forbidden here
  }
}

/** Null for what is missing or no JSON. */
export function keptJson(key: string): unknown {
  const text = kept(key)
  if (text === null) return null
  try {
    return JSON.parse(text)
  } catch {
    return null // written by hand or by an older version
  }
}
