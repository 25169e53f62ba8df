import type { Category, Grade, Source, Status } from '@/common/words'

/** A unit that must rectify; one without a code is on no file. */
export interface Unit {
  code?: string | null
  name: string
}

/** Whom to tell. */
export interface Responsible {
  name: string
  phone: string
}

/** A hazard as hazard-service tells it. */
export interface Hazard {
  id: string
  number: string
  status: Status
  nextActions: string[]
  grade: Grade
  category: Category
  source: Source
  districtCode: string
  description: string
  site?: string | null
  siteName?: string | null
  address?: string | null
  location?: Place | null
  checkItem?: string | null
  inspection?: string | null
  foundBy?: string | null
  witness?: string | null
  externalNumber?: string | null
  campaign?: string | null
  recurrenceOf?: string | null
  unit?: Unit | null
  responsible?: Responsible | null
  measures?: string | null
  funds?: number | null
  contingencyPlan?: string | null
  interimControls?: string | null
  dueAt?: string | null
  originalDueAt?: string | null
  extensionRequest?: ExtensionRequest | null
  overdue: boolean
  round: number
  returns: number
  noticeNumber?: string | null
  supervision?: { level: SupervisionLevel; documentNumber: string; since: string; releasedAt?: string | null } | null
  escalation?: { step: string; level: number; at: string; dueAt: string } | null
  foundAt: string
  assignedAt?: string | null
  rectifiedAt?: string | null
  rectification?: string | null
  rectifiedBy?: string | null
  reinspection?: { opinion: string; by?: string | null } | null
  closedAt?: string | null
  opinion?: string | null
  inspector?: string | null
  mergedInto?: string | null
  dismissedBecause?: string | null
  version: number
}

/** WGS 84, degrees. */
export interface Place {
  lat: number
  lon: number
}

export interface ExtensionRequest {
  n: number
  until: string
  reason: string
  interimControls: string
  askedAt: string
}

export const SUPERVISION_LEVELS = ['DISTRICT', 'CITY', 'PROVINCE'] as const
export type SupervisionLevel = (typeof SUPERVISION_LEVELS)[number]

/** One step of a hazard's history, with the data of its event. */
export interface Entry {
  id: string
  version: number
  /** Such as `hazard.assigned`. */
  type: string
  at: string
  recordedAt: string
  by?: string | null
  data: EventData
}

export interface EventData {
  onBehalf?: boolean
  evidence?: string[]
  [name: string]: unknown
}

/** A photo or a paper. */
export interface Exhibit {
  id: string
  contentType: string
  size: number
  fileName: string
  caption?: string | null
  takenAt?: string | null
  location?: Place | null
  uploadedAt: string
}

/** Why a deadline is what it is. */
export interface Deadline {
  explanation: string[]
  dueAt?: string | null
  givenBy?: 'POLICY' | 'PERSON' | null
  extensibleUntil?: string | null
}

/** The version of a hazard as `If-Match` names it. */
export const tagOf = (hazard: Hazard): string => `"${hazard.version}"`

export const addressOf = (id: string): string => `/api/hazards/${encodeURIComponent(id)}`
