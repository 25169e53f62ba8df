/** The codes that stand in every answer; their words are in the messages `common.grade`, `common.status`, `common.category` and so on. */
export const GRADES = ['MAJOR', 'SERIOUS', 'GENERAL', 'MINOR'] as const
export type Grade = (typeof GRADES)[number]

export const STATUSES = ['FOUND', 'ASSIGNED', 'RECTIFIED', 'CLOSED', 'MERGED', 'VOIDED'] as const
export type Status = (typeof STATUSES)[number]

export const SOURCES = [
  'SELF_CHECK',
  'INSPECTION',
  'SPOT_CHECK',
  'EXPERT',
  'CITIZEN',
  'HOTLINE_12345',
  'LOOK_BACK',
  'MONITORING'
] as const
export type Source = (typeof SOURCES)[number]

export const CATEGORIES = [
  'PIPELINE',
  'STATION',
  'CYLINDER',
  'COMMERCIAL_USE',
  'SCHOOL_USE',
  'RESIDENTIAL_USE',
  'RURAL_USE',
  'TRANSPORT',
  'THIRD_PARTY_WORKS',
  'APPLIANCE',
  'MANAGEMENT',
  'MONITORING_SYSTEM',
  'ILLEGAL_OPERATION',
  'SUPPLY_SERVICE',
  'HEAT_SOURCE',
  'HEAT_NETWORK',
  'HEAT_SERVICE'
] as const
export type Category = (typeof CATEGORIES)[number]
