import { get } from '@/api/client'
import type { Grade, Status } from '@/common/words'
import type { Kind } from './visit'

/** 一户一档, as much of it as an inspector reads at the door. */
export interface SiteFile {
  hazards: { open: OpenHazard[] }
  inspections: { id: string; kind: Kind; inspectedAt: string; inspectors: string[]; clean: boolean; hazards: number }[]
}

export interface OpenHazard {
  id: string
  number: string
  status: Status
  grade: Grade
  checkItem?: string | null
  description: string
  dueAt?: string | null
  overdue: boolean
}

export async function siteFile(code: string, signal: AbortSignal): Promise<SiteFile> {
  return (await get<SiteFile>(`/api/sites/${encodeURIComponent(code)}/file`, { signal })).data
}
