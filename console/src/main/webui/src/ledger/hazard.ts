import type { Category, Grade, Source, Status } from '@/common/words'

/** A hazard, as far as the ledger shows it. */
export interface Hazard {
  id: string
  number: string
  status: Status
  grade: Grade
  category: Category
  source: Source
  districtCode: string
  description: string
  siteName: string | null
  address: string | null
  unit: { code: string | null; name: string } | null
  responsible: { name: string; phone: string | null } | null
  funds: number | null
  dueAt: string | null
  overdue: boolean
  round: number
  returns: number
  noticeNumber: string | null
  escalation: { step: string; level: number } | null
  foundAt: string
  foundBy: string | null
  assignedAt: string | null
  rectifiedAt: string | null
  closedAt: string | null
}

/** The steps of the ladder that comes with the product; a city's own step goes by its code. */
export const KNOWN_STEPS = ['REMIND', 'INTERVIEW', 'CIRCULAR', 'LISTED'] as const
