import { shallowRef } from 'vue'
import { get } from '@/api/client'
import { ProblemError } from '@/api/problem'

export interface District {
  code: string
  name: string
  parentCode?: string | null
  level: 'PROVINCE' | 'PREFECTURE' | 'COUNTY' | 'STREET'
  movedInto?: string | null
}

/** All that are on file, by code: some hundred, asked for once, since every page names some of them. */
const register = shallowRef<ReadonlyMap<string, District>>()
let asked: Promise<ReadonlyMap<string, District>> | undefined

function onFile(): Promise<ReadonlyMap<string, District>> {
  asked ??= get<{ items: District[] }>('/api/districts').then(({ data }) => {
    register.value = new Map(data.items.map(district => [district.code, district]))
    return register.value
  })
  asked.catch(() => (asked = undefined)) // it can be asked for again
  return asked
}

/** A district's own children, or the provinces. */
export async function childrenOf(parent?: string): Promise<District[]> {
  return [...(await onFile()).values()].filter(
    ({ parentCode, movedInto }) => (parentCode ?? undefined) === parent && !movedInto
  )
}

export async function districtCalled(code: string): Promise<District> {
  return (await onFile()).get(code) ?? newlyEntered(code)
}

/** Where a code lies: itself and those above it, the highest first. */
export async function pathTo(code: string): Promise<District[]> {
  const district = await districtCalled(code)
  return [...(district.parentCode ? await pathTo(district.parentCode) : []), district]
}

/** Its name, or as long as that is not known its code; whatever shows it shows the name when it comes. */
export function districtName(code: string): string {
  if (!register.value) {
    onFile().catch(() => undefined) // the code stands there meanwhile
  }
  return register.value?.get(code)?.name ?? code
}

/** It may have been entered since the others were asked for. */
async function newlyEntered(code: string): Promise<District> {
  try {
    return (await get<District>(`/api/districts/${encodeURIComponent(code)}`)).data
  } catch (failure) {
    if (failure instanceof ProblemError && failure.status === 404) {
      asked = undefined
    }
    throw failure
  }
}
