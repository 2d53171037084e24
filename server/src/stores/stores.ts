import type { AssetStore } from './asset-store.ts'
import type { ChangeStore } from './change-store.ts'
import type { DocStore } from './doc-store.ts'
import type { KeyStore } from './key-store.ts'
import type { MapStore } from './map-store.ts'
import type { Digest, NewsStore, Webhook } from './news-store.ts'
import type { PersonStore } from './person-store.ts'
import type { VersionStore } from './version-store.ts'
import type { WorkshopStore } from './workshop-store.ts'

/** Everything that is kept, behind ten ports. */
export interface Stores {
  readonly docs: DocStore
  readonly maps: MapStore
  readonly keys: KeyStore
  readonly people: PersonStore
  readonly assets: AssetStore
  readonly versions: VersionStore
  readonly changes: ChangeStore
  readonly webhooks: NewsStore<Webhook>
  readonly digests: NewsStore<Digest>
  readonly workshops: WorkshopStore
  /** Resolves when storage can be read and written right now. */
  check(): Promise<void>
  /** Waits for what was handed over, then refuses more. */
  close(): Promise<void>
}
