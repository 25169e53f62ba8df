import { openDB, type DBSchema, type IDBPDatabase } from 'idb'
import type { Parcel } from './parcel'
import type { CheckItem, Site } from './registers'
import type { Visit } from './visit'

/** What an inspector's phone keeps, so that a dead spot, a reload or an empty battery loses nothing. */
interface Kept extends DBSchema {
  visits: { key: string; value: Visit; indexes: { owner: string } }
  parcels: { key: string; value: Parcel; indexes: { owner: string } }
  pictures: { key: string; value: Blob }
  sites: { key: [string, string]; value: Site & { owner: string; usedAt: string }; indexes: { owner: string } }
  registers: { key: string; value: { items: CheckItem[] | Record<string, string>; at: number } }
}

let opened: Promise<IDBPDatabase<Kept>> | undefined

/** The browser's database; opened once, and again after it failed. */
export function kept(): Promise<IDBPDatabase<Kept>> {
  if (!opened) {
    opened = openDB<Kept>('bihuan-inspector', 1, {
      upgrade(database) {
        database.createObjectStore('visits', { keyPath: 'id' }).createIndex('owner', 'owner')
        database.createObjectStore('parcels', { keyPath: 'id' }).createIndex('owner', 'owner')
        database.createObjectStore('sites', { keyPath: ['owner', 'code'] }).createIndex('owner', 'owner')
        database.createObjectStore('pictures')
        database.createObjectStore('registers')
      },
      blocking: (_current, _blocked, event) => (event.target as IDBDatabase).close(),
      terminated: () => (opened = undefined)
    })
    opened.catch(() => (opened = undefined))
  }
  return opened
}

/** A copy without what Vue watches it by, which a browser's database would not take. */
export function plain<T>(value: T): T {
  return JSON.parse(JSON.stringify(value)) as T
}
