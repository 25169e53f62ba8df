import { districtCalled, pathTo, type District } from '@/common/districts'

const called = new Map<string, Promise<District>>()

/** A district by its code, asked for once; a code that is not on file is its own name. */
function nameOf(code: string): Promise<string> {
  let district = called.get(code)
  if (!district) {
    district = districtCalled(code)
    called.set(code, district)
  }
  return district.then(
    ({ name }) => name,
    () => {
      called.delete(code)
      return code
    }
  )
}

/** The names of some districts by their codes. */
export async function namesOf(codes: readonly string[]): Promise<Record<string, string>> {
  const distinct = [...new Set(codes)]
  return Object.fromEntries(await Promise.all(distinct.map(async code => [code, await nameOf(code)])))
}

/** Where a district lies, from the one down in which somebody began to look. */
export async function pathWithin(root: string, code: string): Promise<Pick<District, 'code' | 'name'>[]> {
  if (code === '') {
    return []
  }
  const path = await pathTo(code).catch(() => [{ code, name: code }])
  return path.filter(district => district.code.startsWith(root))
}
