import { get, items } from '@/api/client'
import { districtCalled } from '@/common/districts'
import type { SiteKind } from '@/common/registers'
import type { Category, Grade } from '@/common/words'
import { metresBetween, type Place } from './distance'
import { kept, plain } from './kept'

/** A site as an inspector needs it, and as it is kept for where there is no network: without phones. */
export interface Site {
  code: string
  name: string
  kind: SiteKind
  districtCode: string
  unitCode?: string | null
  address?: string | null
  location?: Place | null
  /** Whoever is to be called first. */
  contact?: string
}

export interface CheckItem {
  code: string
  category: Category
  siteKind: SiteKind
  titleZh: string
  titleEn?: string | null
  threshold?: string | null
  grade: Grade
}

type Answered = Site & { contacts: { name: string }[] }

/** So many sites around an inspector are kept for dead spots, and looked at again after half a day. */
const MOST_KEPT = 1_000
const FRESH = 12 * 3_600_000
const A_LOOK = 20

function siteOf({ code, name, kind, districtCode, unitCode, address, location, contacts }: Answered): Site {
  return { code, name, kind, districtCode, unitCode, address, location, contact: contacts[0]?.name ?? '' }
}

/** Asks the register by a part of the name, code or address. */
export async function searchSites(text: string, signal: AbortSignal): Promise<Site[]> {
  const { data } = await get<{ items: Answered[] }>('/api/sites', { query: { q: text, active: true, limit: A_LOOK }, signal })
  return data.items.map(siteOf)
}

/** The sites kept in this browser for somebody: those used of late first. */
export async function sitesKept(owner: string): Promise<(Site & { usedAt: string })[]> {
  const found = await (await kept()).getAllFromIndex('sites', 'owner', owner)
  return found.sort((a, b) => b.usedAt.localeCompare(a.usedAt) || a.code.localeCompare(b.code))
}

/** Remembers that a site was inspected or looked at. */
export async function use(owner: string, site: Site, now: Date): Promise<void> {
  await (await kept()).put('sites', { ...plain(site), owner, usedAt: now.toISOString() })
}

export function nearest<S extends Site>(sites: S[], here: Place): (S & { metres: number })[] {
  return sites
    .flatMap(site => (site.location ? [{ ...site, metres: metresBetween(here, site.location) }] : []))
    .sort((a, b) => a.metres - b.metres)
}

/** By name, code or address, among those that are kept. */
export function matching<S extends Site>(sites: S[], text: string): S[] {
  const wanted = text.trim().toLowerCase()
  return sites.filter(({ code, name, address }) => [code, name, address].some(each => each?.toLowerCase().includes(wanted)))
}

export async function checkItems(): Promise<CheckItem[]> {
  return (((await (await kept()).get('registers', 'check-items'))?.items ?? []) as CheckItem[])
}

/** What the districts are called in which there are sites. */
export async function districtNames(): Promise<Record<string, string>> {
  return ((await (await kept()).get('registers', 'districts'))?.items ?? {}) as Record<string, string>
}

/** Fetches the registers that inspecting takes, unless they are fresh: afterwards it works without a network. */
export async function stockUp(owner: string, now: number): Promise<void> {
  const database = await kept()
  const last = await database.get('registers', `stocked-${owner}`)
  if (last && now - last.at < FRESH && now >= last.at) {
    return
  }
  const found: CheckItem[] = []
  for await (const item of items<CheckItem>('/api/check-items', { query: { limit: 500 } })) {
    found.push(item)
  }
  await database.put('registers', { items: found, at: now }, 'check-items')
  const sites: Site[] = []
  for await (const site of items<Answered>('/api/sites', { query: { active: true, limit: 500 } })) {
    sites.push(siteOf(site))
    if (sites.length === MOST_KEPT) {
      break
    }
  }
  await keepSites(owner, sites)
  await keepDistricts([...new Set(sites.map(({ districtCode }) => districtCode))], now)
  await database.put('registers', { items: {}, at: now }, `stocked-${owner}`)
}

async function keepSites(owner: string, sites: Site[]): Promise<void> {
  const used = new Map((await sitesKept(owner)).map(({ code, usedAt }) => [code, usedAt]))
  const change = (await kept()).transaction('sites', 'readwrite')
  for (const site of sites) {
    void change.store.put({ ...site, owner, usedAt: used.get(site.code) ?? '' })
  }
  await change.done
}

async function keepDistricts(codes: string[], now: number): Promise<void> {
  const names = await districtNames()
  for (const code of codes.filter(each => !names[each]).slice(0, 100)) {
    names[code] = (await districtCalled(code)).name
  }
  await (await kept()).put('registers', { items: names, at: now }, 'districts')
}
