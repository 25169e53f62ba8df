import { expect, it } from 'vitest'
import { atSite, complete, EMPTY, finding } from './finding'

it('what is not filled in is not sent', () => {
  const form = { ...EMPTY, districtCode: '630102', description: ' 软管老化 ', unitName: ' 甲餐馆 ', foundBy: ' ' }
  expect(finding(form)).toEqual({
    districtCode: '630102',
    description: '软管老化',
    unit: { code: undefined, name: '甲餐馆' }
  })
})

it('a unit on file is named by its code where nothing else is known', () => {
  expect(finding({ ...EMPTY, unitCode: 'DW-1' })).toEqual({ unit: { code: 'DW-1', name: 'DW-1' } })
})

it('is complete with district, category, grade, source and words', () => {
  const form = { ...EMPTY, districtCode: '63', category: 'PIPELINE', grade: 'MINOR', source: 'EXPERT' } as const
  expect(complete({ ...form, description: ' ' })).toBe(false)
  expect(complete({ ...form, description: '漏气' })).toBe(true)
})

it('a site fills in where it is and who is responsible', () => {
  const site = {
    code: 'JC-1',
    name: '某餐馆',
    kind: 'RESTAURANT',
    districtCode: '630102',
    unitCode: null,
    address: null,
    location: { lat: 36.6, lon: 101.7 },
    contacts: [],
    active: true,
    version: 1
  } as const
  const filled = { ...EMPTY, unitCode: 'DW-1', ...atSite({ ...site, contacts: [] }) }
  expect(filled).toMatchObject({ site: 'JC-1', siteName: '某餐馆', districtCode: '630102', address: '', unitCode: 'DW-1' })
})
