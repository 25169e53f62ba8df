import type { EChartsCoreOption } from 'echarts/core'
import { themeColor } from '@/common/colors'
import type { Table } from '@/common/table'
import { isDays, isRate, say, type Measure } from './figures'

/** A day, week or month by its first day; without a value where there is nothing to divide. */
export interface Point {
  start: string
  value: number | null
}

/** Counts stand as bars, rates and days as a line that breaks off where there is nothing to divide. */
export function trendOption(points: readonly Point[], measure: Measure, name: string, fontSize: number): EChartsCoreOption {
  const asLine = isRate(measure) || isDays(measure)
  const soft = themeColor('text-soft')
  const axis = { axisLabel: { color: soft, fontSize }, axisLine: { lineStyle: { color: themeColor('line') } } }
  return {
    grid: { left: 8, right: 16, top: 16, bottom: 4, containLabel: true },
    tooltip: {
      trigger: 'axis',
      valueFormatter: (value: unknown) => say(typeof value === 'number' ? value : null, measure)
    },
    xAxis: { type: 'category', data: points.map(({ start }) => start), boundaryGap: !asLine, ...axis },
    yAxis: {
      type: 'value',
      max: isRate(measure) ? 1 : undefined,
      minInterval: asLine ? 0 : 1,
      splitLine: { lineStyle: { color: themeColor('line') } },
      axisLabel: { color: soft, fontSize, formatter: (value: number) => (isRate(measure) ? `${Math.round(value * 100)}%` : String(value)) }
    },
    series: [
      {
        type: asLine ? 'line' : 'bar',
        name,
        data: points.map(({ value }) => value),
        color: measure === 'overdueNow' ? themeColor('danger') : themeColor('accent'),
        showSymbol: points.length < 60,
        symbolSize: 6,
        lineStyle: { width: 2 },
        barMaxWidth: 32
      }
    ]
  }
}

export const trendTable = (points: readonly Point[], measure: Measure, columns: readonly string[]): Table => ({
  columns,
  rows: points.map(({ start, value }) => [start, value !== null && isRate(measure) ? Number((value * 100).toFixed(2)) : value])
})
