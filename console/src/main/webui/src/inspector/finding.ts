import { newKey } from '@/api/key'
import type { Category, Grade } from '@/common/words'
import type { SiteKind } from '@/common/registers'
import type { CheckItem } from './registers'
import type { Finding } from './visit'

/** Where a hazard most likely belongs that was seen beside the checklist. */
const CATEGORY_AT: Record<SiteKind, Category> = {
  PIPELINE_COMPANY: 'PIPELINE',
  STATION: 'STATION',
  LPG_SUPPLIER: 'CYLINDER',
  RESTAURANT: 'COMMERCIAL_USE',
  SCHOOL: 'SCHOOL_USE',
  RESIDENTIAL: 'RESIDENTIAL_USE',
  VILLAGE: 'RURAL_USE',
  WORKSITE: 'THIRD_PARTY_WORKS',
  RETAILER: 'APPLIANCE',
  HEAT_SOURCE: 'HEAT_SOURCE',
  HEAT_STATION: 'HEAT_NETWORK'
}

/** The hazard that an item is which failed: its grade and category are the item's, its description the item's words, to be edited. */
export function findingOf(item: CheckItem, phrase: string): Finding {
  return { id: newKey(), item: item.code, grade: item.grade, category: item.category, description: phrase, photos: [] }
}

/** A hazard that no item asks for: graded as ordinary until somebody says more. */
export function findingBeside(kind: SiteKind): Finding {
  return { id: newKey(), grade: 'GENERAL', category: CATEGORY_AT[kind], description: '', photos: [] }
}

/** What a major hazard needs is more than a visit. */
export function mayBeFixedOnSpot(grade: Grade): boolean {
  return grade !== 'MAJOR'
}

export function regraded(finding: Finding, grade: Grade): Finding {
  const { fixed, ...rest } = finding
  return mayBeFixedOnSpot(grade) && fixed !== undefined ? { ...rest, fixed, grade } : { ...rest, grade }
}
