import { expect, it } from 'vitest'
import { metresBetween, spoken } from './distance'
import { findingBeside, findingOf, mayBeFixedOnSpot, regraded } from './finding'
import type { CheckItem, Site } from './registers'
import { beginVisit, failsWithout, inspectionOf, missing, type Visit } from './visit'

const SITE: Site = { code: 'JC-1', name: '某餐馆', kind: 'RESTAURANT', districtCode: '630102', contact: '店长' }
const HOSE: CheckItem = { code: 'CU-02', category: 'COMMERCIAL_USE', siteKind: 'RESTAURANT', titleZh: '软管超长', grade: 'GENERAL' }
const ALARM: CheckItem = { ...HOSE, code: 'CU-01', titleZh: '未安装报警器', grade: 'MAJOR' }
const PIPE: CheckItem = { ...HOSE, code: 'PL-01', category: 'PIPELINE', siteKind: 'PIPELINE_COMPANY' }
const NOW = new Date('2026-11-22T08:00:00Z')
const LINE = [[0.1, 0.1, 0.2, 0.2]]

const begun = (): Visit => beginVisit('me', SITE, 'INSPECTION', ['检查员甲', '检查员乙'], [HOSE, ALARM, PIPE], NOW)

function finished(): Visit {
  const visit = begun()
  visit.checks = { 'CU-02': { result: 'FAIL', measured: ' 3 m ' }, 'CU-01': { result: 'PASS' } }
  visit.findings = [findingOf(HOSE, HOSE.titleZh)]
  visit.inspector = { name: '检查员甲', drawing: LINE, at: '2026-11-22T08:20:00Z' }
  visit.unit = { name: ' 店长 ', drawing: LINE, at: '2026-11-22T08:21:00Z' }
  return visit
}

it('the checklist is that of the kind of site', () => {
  expect(begun().items.map(({ code }) => code)).toEqual(['CU-02', 'CU-01'])
})

it('a hazard has the grade, the category and the words of its item', () => {
  expect(findingOf(ALARM, '未安装报警器')).toMatchObject({
    item: 'CU-01',
    grade: 'MAJOR',
    category: 'COMMERCIAL_USE',
    description: '未安装报警器',
    photos: []
  })
})

it('one beside the checklist is ordinary, and of the category of the place', () => {
  expect(findingBeside('HEAT_STATION')).toMatchObject({ grade: 'GENERAL', category: 'HEAT_NETWORK', description: '' })
})

it('a major hazard is never fixed on the spot', () => {
  const fixed = { ...findingOf(HOSE, ''), fixed: '已更换' }
  expect(mayBeFixedOnSpot('MAJOR')).toBe(false)
  expect(regraded(fixed, 'MAJOR').fixed).toBeUndefined()
  expect(regraded(fixed, 'SERIOUS').fixed).toBe('已更换')
})

it('what is missing is named', () => {
  expect(missing(begun())).toEqual(['unchecked', 'inspectorUnsigned', 'unitUnsigned'])
  expect(missing(finished())).toEqual([])
  expect(missing({ ...finished(), findings: [] })).toEqual(['withoutHazard'])
  expect(missing({ ...finished(), refusal: ' ' })).toEqual(['unitUnsigned'])
  expect(missing({ ...finished(), unit: { name: '', drawing: LINE } })).toEqual(['unitUnnamed'])
})

it('an item that names an open hazard needs no second one', () => {
  const visit = { ...finished(), findings: [] }
  expect(failsWithout(visit, 'CU-02')).toBe(true)
  visit.checks['CU-02']!.openHazard = '630102-2026-000017'
  expect(failsWithout(visit, 'CU-02')).toBe(false)
})

it('it says what the service asks for', () => {
  expect(JSON.parse(JSON.stringify(inspectionOf(finished(), { inspector: 'a', unit: 'b' })))).toEqual({
    site: 'JC-1',
    kind: 'INSPECTION',
    inspectors: ['检查员甲', '检查员乙'],
    inspectedAt: '2026-11-22T08:00:00.000Z',
    checklist: [
      { item: 'CU-02', result: 'FAIL', measured: '3 m' },
      { item: 'CU-01', result: 'PASS' }
    ],
    signatures: {
      inspector: { name: '检查员甲', signedAt: '2026-11-22T08:20:00Z', evidence: 'a' },
      unit: { name: '店长', signedAt: '2026-11-22T08:21:00Z', evidence: 'b' }
    },
    hazards: [{ grade: 'GENERAL', category: 'COMMERCIAL_USE', checkItem: 'CU-02', description: '软管超长' }]
  })
})

it('who refuses to sign is recorded with his reason, and signs nothing', () => {
  const said = inspectionOf({ ...finished(), refusal: ' 负责人不在 ' }, {}) as { signatures: Record<string, unknown> }
  expect(said.signatures.unit).toBeUndefined()
  expect(said.signatures.refusedReason).toBe('负责人不在')
})

it('what is fixed on the spot has somebody who did it, even at a site without a unit', () => {
  const visit = finished()
  visit.findings[0]!.fixed = '已更换软管'
  const hazardOf = (of: Visit): unknown => (inspectionOf(of, {}) as { hazards: unknown[] }).hazards[0]
  expect(hazardOf(visit)).toMatchObject({ unit: { name: '某餐馆' }, fixedOnSpot: { description: '已更换软管' } })
  expect(hazardOf({ ...visit, site: { ...SITE, unitCode: 'DW-1' } })).toMatchObject({ unit: undefined })
})

it('distances are told as people tell them', () => {
  const metres = metresBetween({ lat: 36.6171, lon: 101.7982 }, { lat: 36.6201, lon: 101.7902 })
  expect(metres).toBeGreaterThan(750)
  expect(metres).toBeLessThan(820)
  expect([metres, 1240, 12_400].map(spoken)).toEqual([`${Math.round(metres / 10) * 10} m`, '1.2 km', '12 km'])
})
