import type { Access } from '../access/index.ts'
import type { BriefPrinter } from '../brief/printer.ts'
import type { Touches, Visits } from '../changes/index.ts'
import type { Clock } from '../clock.ts'
import type { Log } from '../log.ts'
import type { Metrics } from '../metrics.ts'
import type { Digests, Mailer, Webhooks } from '../notify/index.ts'
import type { Rooms } from '../rooms/index.ts'
import type { Stores } from '../stores/index.ts'
import type { Versions } from '../versions/index.ts'
import type { Workshops } from '../workshop/index.ts'
import type { Connections } from '../ws/index.ts'

/** What the routes work with. */
export interface HttpParts {
  readonly stores: Stores
  readonly rooms: Rooms
  readonly versions: Versions
  readonly touches: Touches
  readonly visits: Visits
  readonly webhooks: Webhooks
  readonly digests: Digests
  readonly workshops: Workshops
  readonly connections: Connections
  readonly access: Access
  readonly printer: BriefPrinter
  readonly clock: Clock
  readonly log: Log
  readonly metrics: Metrics
  readonly publicUrl: string | null
  readonly adminKey: string | null
  readonly mailer: Mailer | null
  readonly tldrawLicenseKey: string | null
  readonly trustProxy: boolean | number | string | null
  /** Folder of the built client. */
  readonly clientDir: string
  readonly version: string
}
