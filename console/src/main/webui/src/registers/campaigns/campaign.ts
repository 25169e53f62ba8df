import type { SiteKind } from '@/common/registers'

export const PHASES = ['MOBILISE', 'SELF_CHECK', 'RECTIFY_TOGETHER', 'LOOK_BACK'] as const
export type PhaseKind = (typeof PHASES)[number]

export interface Days {
  from: string
  to: string
}

/** A campaign on file. */
export interface Campaign {
  code: string
  name: string
  period: Days
  phases: { phase: PhaseKind; period: Days }[]
  districts: string[]
  siteKinds: SiteKind[]
  targets: { coverage: number; closure: number }
  version: number
}

export interface Sum {
  sites: number
  inspectedSites: number
  coverageRate: number | null
  coverageMet: boolean | null
  inspections: number
  found: number
  closed: number
  closureRate: number | null
  closureMet: boolean | null
  trainings: number
  trainedPeople: number
}

/** How far it has come. */
export interface Progress {
  campaign: { phase: PhaseKind | null }
  inAll: { items: (Sum & { districtCode: string; name: string | null })[]; total: Sum }
}

export const percent = (rate: number | null): string => (rate === null ? '—' : `${(rate * 100).toFixed(1)}%`)
