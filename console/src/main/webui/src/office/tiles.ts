/** Where a tile lies: its row and column from 1 on, and how many columns it is wide. */
export interface Place {
  row: number
  column: number
  width: number
}

/** Parts of a district, put roughly as they lie on a map. */
const DRAWN: Record<string, Record<string, Place>> = {
  '63': {
    '6328': { row: 1, column: 1, width: 2 },
    '6322': { row: 1, column: 3, width: 1 },
    '6325': { row: 2, column: 2, width: 1 },
    '6301': { row: 2, column: 3, width: 1 },
    '6302': { row: 2, column: 4, width: 1 },
    '6327': { row: 3, column: 1, width: 1 },
    '6326': { row: 3, column: 2, width: 1 },
    '6323': { row: 3, column: 3, width: 1 }
  }
}

const COLUMNS = 4

/** A place for each, in their order: those that the map does not know follow below it, row by row. */
export function placed(parent: string, codes: readonly string[]): Place[] {
  const drawn = DRAWN[parent] ?? {}
  const known = codes.filter(code => drawn[code])
  const below = Math.max(0, ...known.map(code => drawn[code]!.row))
  let further = 0
  return codes.map(code => {
    const place = drawn[code]
    if (place) {
      return place
    }
    const free = further++
    return { row: below + 1 + Math.floor(free / COLUMNS), column: 1 + (free % COLUMNS), width: 1 }
  })
}

const PEOPLES =
  '蒙古|回|藏|维吾尔|苗|彝|壮|布依|朝鲜|满|侗|瑶|白|土家|哈尼|哈萨克|傣|黎|傈僳|佤|畲|拉祜|水|东乡|纳西|景颇|柯尔克孜|土|达斡尔|仫佬|羌|布朗|撒拉|毛南|仡佬|锡伯|塔吉克|怒|俄罗斯|鄂温克|保安|裕固|独龙|鄂伦春'
const AUTONOMOUS = new RegExp(`(?:(?:${PEOPLES})族)+(?:各族)?自治(州|县|旗)$`)

/** As people call it: 海西州 for 海西蒙古族藏族自治州. */
export const shortName = (name: string): string => name.replace(AUTONOMOUS, '$1')
