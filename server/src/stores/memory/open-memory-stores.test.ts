import { describeAssetStore } from '../asset-store.contract.ts'
import { describeChangeStore } from '../change-store.contract.ts'
import { describeDocStore } from '../doc-store.contract.ts'
import { describeNewsStore } from '../news-store.contract.ts'
import { describeTables } from '../tables.contract.ts'
import { describeVersionStore } from '../version-store.contract.ts'
import { describeWorkshopStore } from '../workshop-store.contract.ts'
import { openMemoryStores } from './open-memory-stores.ts'

describeDocStore('memory', async () => openMemoryStores())
describeTables('memory', async () => openMemoryStores())
describeAssetStore('memory', async () => openMemoryStores())
describeVersionStore('memory', async () => openMemoryStores())
describeChangeStore('memory', async () => openMemoryStores())
describeNewsStore('memory', async () => openMemoryStores())
describeWorkshopStore('memory', async () => openMemoryStores())
