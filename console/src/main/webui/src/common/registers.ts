/** What stands on file and is picked in forms. */
export interface Site {
  code: string
  name: string
  kind: SiteKind
  districtCode: string
  unitCode: string | null
  address: string | null
  location: { lat: number; lon: number } | null
  contacts: Contact[]
  active: boolean
  version: number
}

export interface Unit {
  code: string
  name: string
  kind: UnitKind
  uscc: string | null
  districtCode: string
  address: string | null
  contacts: Contact[]
  active: boolean
  version: number
}

export interface Contact {
  name: string
  post: string | null
  phone: string | null
}

export const SITE_KINDS = [
  'PIPELINE_COMPANY',
  'STATION',
  'LPG_SUPPLIER',
  'RESTAURANT',
  'SCHOOL',
  'RESIDENTIAL',
  'VILLAGE',
  'WORKSITE',
  'RETAILER',
  'HEAT_SOURCE',
  'HEAT_STATION'
] as const
export type SiteKind = (typeof SITE_KINDS)[number]

export const UNIT_KINDS = [
  'PIPELINE_GAS_COMPANY',
  'FILLING_STATION',
  'LPG_STORAGE_AND_FILLING',
  'RESTAURANT',
  'SCHOOL_OR_CANTEEN',
  'RESIDENTIAL_BLOCK',
  'HEAT_SOURCE',
  'HEAT_NETWORK',
  'PROPERTY_MANAGER',
  'OTHER'
] as const
export type UnitKind = (typeof UNIT_KINDS)[number]
