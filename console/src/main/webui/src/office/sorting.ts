import { language } from '@/i18n'
import type { DistrictFigures, Measure } from './figures'

export interface Order {
  by: 'code' | Measure
  descending: boolean
}

/** What has no value comes last, whichever way; equals stay in the order of their codes. */
export function sorted(items: readonly DistrictFigures[], { by, descending }: Order): DistrictFigures[] {
  const sign = descending ? -1 : 1
  return [...items].sort((a, b) => {
    if (by === 'code') {
      return sign * a.districtCode.localeCompare(b.districtCode, language())
    }
    const [left, right] = [a[by], b[by]]
    if (left === right) {
      return 0
    }
    return left === null ? 1 : right === null ? -1 : sign * (left - right)
  })
}
