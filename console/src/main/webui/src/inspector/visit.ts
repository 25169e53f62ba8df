import { newKey } from '@/api/key'
import type { Problem } from '@/api/problem'
import type { Category, Grade } from '@/common/words'
import type { Drawing } from './drawing'
import type { CheckItem, Site } from './registers'

export const KINDS = ['INSPECTION', 'SPOT_CHECK', 'EXPERT', 'LOOK_BACK', 'SELF_CHECK'] as const
export type Kind = (typeof KINDS)[number]

export const RESULTS = ['PASS', 'FAIL', 'NOT_APPLICABLE'] as const
export type Result = (typeof RESULTS)[number]

/** What came of one check item. */
export interface Check {
  result: Result
  measured?: string
  /** The number of a hazard that is open already for this item at this site. */
  openHazard?: string
}

/** A hazard that came to light; it has no number until the inspection was sent. */
export interface Finding {
  id: string
  /** The check item that failed; without one it was seen beside the checklist. */
  item?: string
  grade: Grade
  category: Category
  description: string
  /** The names under which its photos are kept in this browser. */
  photos: string[]
  /** What was done on the spot, if it was. */
  fixed?: string
}

/** What one side signed with. */
export interface Signed {
  name: string
  drawing: Drawing
  at?: string
}

/** An inspection that is being filled in: kept in the browser from the first tap. */
export interface Visit {
  id: string
  /** Whose it is; nobody else who signs in on this phone sees it. */
  owner: string
  startedAt: string
  changedAt: string
  site: Site
  kind: Kind
  inspectors: string[]
  /** The checklist as it was when the inspection began. */
  items: CheckItem[]
  checks: Record<string, Check>
  findings: Finding[]
  inspector: Signed
  unit: Signed
  /** Why the unit did not sign; undefined if it did, or shall. */
  refusal?: string
  /** Why it was refused when it was last sent. */
  problem?: Problem
}

export function beginVisit(owner: string, site: Site, kind: Kind, inspectors: string[], items: CheckItem[], now: Date): Visit {
  return {
    id: newKey(),
    owner,
    startedAt: now.toISOString(),
    changedAt: now.toISOString(),
    site,
    kind,
    inspectors,
    items: items.filter(item => item.siteKind === site.kind),
    checks: {},
    findings: [],
    inspector: { name: inspectors[0]!, drawing: [] },
    unit: { name: site.contact ?? '', drawing: [] }
  }
}

/** What still stands in the way of sending, each by the step that mends it. */
export type Missing = 'unchecked' | 'withoutHazard' | 'withoutDescription' | 'inspectorUnsigned' | 'unitUnsigned' | 'unitUnnamed'

export function missing(visit: Visit): Missing[] {
  const found: Missing[] = []
  if (visit.items.some(item => !visit.checks[item.code])) {
    found.push('unchecked')
  }
  if (visit.items.some(item => failsWithout(visit, item.code))) {
    found.push('withoutHazard')
  }
  if (visit.findings.some(finding => !finding.description.trim() || finding.fixed?.trim() === '')) {
    found.push('withoutDescription')
  }
  if (visit.inspector.drawing.length === 0) {
    found.push('inspectorUnsigned')
  }
  if (visit.refusal === undefined) {
    if (visit.unit.drawing.length === 0) {
      found.push('unitUnsigned')
    }
    if (!visit.unit.name.trim()) {
      found.push('unitUnnamed')
    }
  } else if (!visit.refusal.trim()) {
    found.push('unitUnsigned')
  }
  return found
}

/** Whether an item failed, but neither has a hazard nor names one that is open already. */
export function failsWithout(visit: Visit, code: string): boolean {
  const check = visit.checks[code]
  return check?.result === 'FAIL' && !check.openHazard && !visit.findings.some(({ item }) => item === code)
}

export function countOf(visit: Visit, result: Result): number {
  return visit.items.filter(item => visit.checks[item.code]?.result === result).length
}

export const SIDES = ['inspector', 'unit'] as const
export type Side = (typeof SIDES)[number]

/** By which the record tells the pictures of its signatures from all others. */
export type Fingerprints = { [side in Side]?: string | undefined }

/** The body of `POST /api/inspections`; the same visit makes the same body, so that it may be sent again under its key. */
export function inspectionOf(visit: Visit, signatures: Fingerprints): object {
  const said = (text: string | undefined): string | undefined => text?.trim() || undefined
  return {
    site: visit.site.code,
    kind: visit.kind,
    inspectors: visit.inspectors,
    inspectedAt: visit.startedAt,
    checklist: visit.items.flatMap(({ code }) => {
      const check = visit.checks[code]
      return check ? [{ item: code, result: check.result, measured: said(check.measured), openHazard: check.openHazard }] : []
    }),
    signatures: {
      inspector: { name: visit.inspector.name, signedAt: visit.inspector.at, evidence: signatures.inspector },
      unit:
        visit.refusal === undefined
          ? { name: visit.unit.name.trim(), signedAt: visit.unit.at, evidence: signatures.unit }
          : undefined,
      refusedReason: said(visit.refusal)
    },
    hazards: visit.findings.map(finding => ({
      grade: finding.grade,
      category: finding.category,
      checkItem: finding.item,
      description: finding.description.trim(),
      // What is fixed on the spot needs somebody who did it; a site that has no unit on file is one by itself.
      unit: finding.fixed !== undefined && !visit.site.unitCode ? { name: visit.site.name } : undefined,
      fixedOnSpot: finding.fixed === undefined ? undefined : { description: finding.fixed.trim() }
    }))
  }
}
