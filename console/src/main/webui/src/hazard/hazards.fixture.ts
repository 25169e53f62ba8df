import type { Entry, EventData, Hazard } from './types'

/** For tests: an assigned hazard, but for what is given. */
export function hazard(given: Partial<Hazard> = {}): Hazard {
  return {
    id: 'h1',
    number: '630102-2026-000017',
    status: 'ASSIGNED',
    nextActions: ['rectification', 'extension-requests', 'transfer', 'merger'],
    grade: 'SERIOUS',
    category: 'COMMERCIAL_USE',
    source: 'INSPECTION',
    districtCode: '630102',
    description: '后厨未安装可燃气体报警器',
    unit: { code: 'DW-1', name: '城东区某餐馆' },
    responsible: { name: '餐馆负责人', phone: '13900000000' },
    overdue: false,
    round: 1,
    returns: 0,
    foundAt: '2026-05-03T02:00:00Z',
    assignedAt: '2026-05-03T02:30:00Z',
    version: 2,
    ...given
  }
}

/** For tests: a step of a history. */
export function entry(name: string, data: EventData = {}): Entry {
  const at = '2026-05-03T02:30:00Z'
  return { id: name, version: 1, type: `hazard.${name}`, at, recordedAt: at, by: '检查员甲', data }
}
