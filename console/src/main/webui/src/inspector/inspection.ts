import { get, items } from '@/api/client'
import { ProblemError } from '@/api/problem'
import { pathTo } from '@/common/districts'
import type { SiteKind } from '@/common/registers'
import type { Grade, Status } from '@/common/words'
import type { CheckItem, Site } from './registers'
import type { Kind, Result } from './visit'

/** An inspection that is on record. */
export interface Inspection {
  id: string
  site: string
  siteKind: SiteKind
  districtCode: string
  kind: Kind
  inspectedAt: string
  inspectors: string[]
  campaign?: string | null
  checklist: Check[]
  signatures: { inspector: Signature; unit?: Signature | null; refusedReason?: string | null }
  hazards: { id: string; number: string }[]
  clean: boolean
}

export interface Check {
  item: string
  result: Result
  note?: string | null
  measured?: string | null
  openHazard?: string | null
}

export interface Signature {
  name: string
  signedAt: string
  /** The address of its picture, if one is kept. */
  picture?: string | null
}

/** A hazard that an inspection opened, as it stands now; just its number for whoever may no longer see it. */
export interface Opened {
  id: string
  number: string
  grade?: Grade
  status?: Status
  overdue?: boolean
  description?: string
}

/** An inspection with what is on file of all that it names. */
export interface InspectionRecord {
  inspection: Inspection
  site: Site | undefined
  unit: string | undefined
  campaign: string | undefined
  /** From the province down. */
  districts: string[]
  items: Map<string, CheckItem>
  hazards: Opened[]
}

export async function inspectionRecord(id: string, signal: AbortSignal): Promise<InspectionRecord> {
  const { data: inspection } = await get<Inspection>(`/api/inspections/${encodeURIComponent(id)}`, { signal })
  const there = <T>(register: string, code: string | null | undefined): Promise<T | undefined> => seen<T>(register, code, signal)
  const [site, campaign, districts, checkItems, hazards] = await Promise.all([
    there<Site>('sites', inspection.site),
    there<{ name: string }>('campaigns', inspection.campaign),
    pathTo(inspection.districtCode),
    allCheckItems(signal),
    Promise.all(inspection.hazards.map(async hazard => ({ ...hazard, ...(await there<Opened>('hazards', hazard.id)) })))
  ])
  const unit = await there<{ name: string }>('units', site?.unitCode)
  return {
    inspection,
    site,
    unit: unit?.name,
    campaign: campaign?.name ?? inspection.campaign ?? undefined,
    districts: districts.map(({ name }) => name),
    items: checkItems,
    hazards
  }
}

/** What stands there, unless it is out of sight: what an inspection names may lie elsewhere by now. */
async function seen<T>(register: string, code: string | null | undefined, signal: AbortSignal): Promise<T | undefined> {
  try {
    return code ? (await get<T>(`/api/${register}/${encodeURIComponent(code)}`, { signal })).data : undefined
  } catch (failure) {
    if (failure instanceof ProblemError && failure.status === 404) {
      return undefined
    }
    throw failure
  }
}

async function allCheckItems(signal: AbortSignal): Promise<Map<string, CheckItem>> {
  const found = new Map<string, CheckItem>()
  for await (const item of items<CheckItem>('/api/check-items', { query: { limit: 500 }, signal })) {
    found.set(item.code, item)
  }
  return found
}
