import type { Site } from '@/common/registers'
import type { Category, Grade, Source, Status } from '@/common/words'

/** What the form of a new hazard holds; what is not filled in is not sent. */
export interface FindingForm {
  districtCode: string | undefined
  category: Category | undefined
  grade: Grade | undefined
  source: Source | undefined
  description: string
  site: string | undefined
  siteName: string
  address: string
  location: { lat: number; lon: number } | undefined
  checkItem: string | undefined
  foundAt: string | undefined
  foundBy: string
  witness: string
  externalNumber: string
  unitCode: string | undefined
  unitName: string
}

export const EMPTY: FindingForm = {
  districtCode: undefined,
  category: undefined,
  grade: undefined,
  source: undefined,
  description: '',
  site: undefined,
  siteName: '',
  address: '',
  location: undefined,
  checkItem: undefined,
  foundAt: undefined,
  foundBy: '',
  witness: '',
  externalNumber: '',
  unitCode: undefined,
  unitName: ''
}

export const complete = (form: FindingForm): boolean =>
  [form.districtCode, form.category, form.grade, form.source, form.description.trim()].every(Boolean)

/** The body of the call. */
export function finding({ unitCode, unitName, ...form }: FindingForm): Record<string, unknown> {
  const filled = Object.entries({
    ...form,
    unit: unitCode || unitName.trim() ? { code: unitCode, name: unitName.trim() || unitCode } : undefined
  })
    .map(([name, value]) => [name, typeof value === 'string' ? value.trim() : value] as const)
    .filter(([, value]) => value !== undefined && value !== '')
  return Object.fromEntries(filled)
}

/** What a site on file says of where the hazard is and who is responsible. */
export const atSite = (site: Site): Partial<FindingForm> => ({
  site: site.code,
  siteName: site.name,
  address: site.address ?? '',
  districtCode: site.districtCode,
  location: site.location ?? undefined,
  ...(site.unitCode ? { unitCode: site.unitCode } : {})
})

/** An open hazard that may be the same. */
export interface Candidate {
  id: string
  number: string
  status: Status
  description: string
  distanceMetres: number | null
  reasons: ('SAME_SITE' | 'WITHIN_50_METRES' | 'SAME_CHECK_ITEM')[]
}
