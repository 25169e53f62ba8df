import { computed, type ComputedRef } from 'vue'
import type { LocationQueryRaw, RouteLocationRaw } from 'vue-router'
import { currentTime, localDay } from '@/common/time'
import { filter, useAddress } from '@/common/useAddress'
import type { Count, Measure } from './figures'
import { asked, kindOf, ranked, stepsOf } from './period'

const NONE = undefined as string | undefined

/** Everything that makes out what is seen; it lives in the address, so that a link shows a colleague the same. */
export function useView(root: string) {
  const address = useAddress({
    district: root,
    period: 'RECENT',
    asOf: NONE,
    metric: 'closureRate',
    by: NONE,
    show: 'map',
    rank: 'districts'
  })
  const district = filter(address, 'district')
  const period = filter(address, 'period')
  const asOf = filter(address, 'asOf')
  const by = filter(address, 'by')

  /** The day on which what is seen ends: reports of days gone by are as of then. */
  const today = computed(() => {
    const moment = asOf.value === undefined ? Number.NaN : Date.parse(asOf.value)
    return localDay(Number.isNaN(moment) ? currentTime.value : moment)
  })
  /** Which hazards are meant, as every report is asked for them. */
  const time: ComputedRef<LocationQueryRaw & Record<string, string | undefined>> = computed(() => ({
    ...asked(period.value, today.value),
    asOf: asOf.value
  }))

  return {
    root,
    district,
    period,
    asOf,
    metric: filter(address, 'metric') as unknown as { value: Measure },
    by: computed({
      get: () => by.value ?? stepsOf(period.value),
      set: chosen => (by.value = chosen)
    }),
    show: filter(address, 'show'),
    rank: filter(address, 'rank'),
    today,
    time,
    /** Whether there is a period before it to compare with. */
    comparable: computed(() => kindOf(period.value) !== 'ALL'),
    ranked: computed(() => ranked(period.value, today.value)),
    /** The same view of another district. */
    of: (code: string): RouteLocationRaw => ({
      path: '/office',
      query: {
        district: code === root ? undefined : code,
        period: period.value === 'RECENT' ? undefined : period.value,
        asOf: asOf.value,
        show: address.value.show === 'map' ? undefined : address.value.show
      }
    }),
    /** The hazards behind a figure of this district or of one of its parts. */
    hazards: (count: Count, code: string = district.value, directly = false): RouteLocationRaw => ({
      path: '/office/hazards',
      query: { of: count, parent: code || undefined, directly: directly ? 'true' : undefined, ...time.value }
    })
  }
}

export type View = ReturnType<typeof useView>
