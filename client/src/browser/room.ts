/** How much room this browser gives, and asking it to keep what is here. Both only where it answers at all. */

/** Less than this may be gone with the next pictures or a large map. */
const LITTLE_BYTES = 20 * 1024 * 1024

export async function littleRoom(): Promise<boolean> {
  try {
    const { quota, usage } = await navigator.storage.estimate()
    return quota !== undefined && usage !== undefined && quota - usage < LITTLE_BYTES
  } catch {
    return false // nobody can tell, as over plain http
  }
}

let asked: Promise<boolean> | null = null

/**
 * Asks that nothing of ours is thrown away to make room for others. Some browsers ask the person, so it is asked once a
 * page, and only when something is here that is nowhere else.
 */
export function askToKeep(): Promise<boolean> {
  asked ??= (async () => {
    try {
      return (await navigator.storage.persisted()) || (await navigator.storage.persist())
    } catch {
      return false // not over plain http
    }
  })()
  return asked
}
