/** How far the clocks of a zone are ahead of UTC at an instant, in milliseconds. */
function ahead(instant: number, zone: string): number {
  const parts = new Intl.DateTimeFormat('en-US', {
    timeZone: zone,
    hourCycle: 'h23',
    year: 'numeric',
    month: 'numeric',
    day: 'numeric',
    hour: 'numeric',
    minute: 'numeric',
    second: 'numeric'
  }).formatToParts(instant)
  const part = (type: Intl.DateTimeFormatPartTypes): number => Number(parts.find(each => each.type === type)?.value)
  const shown = Date.UTC(part('year'), part('month') - 1, part('day'), part('hour'), part('minute'), part('second'))
  return shown - Math.floor(instant / 1000) * 1000
}

/** What a clock of that zone shows, as `<input type="datetime-local">` has it: `2026-11-22T16:00`. */
export function onClock(instant: string, zone: string): string {
  const moment = Date.parse(instant)
  return Number.isNaN(moment) ? '' : new Date(moment + ahead(moment, zone)).toISOString().slice(0, 16)
}

/** The instant at which a clock of that zone shows it; undefined if it is no time. */
export function instantOf(clock: string, zone: string): string | undefined {
  const shown = Date.parse(`${clock}Z`)
  if (Number.isNaN(shown)) {
    return undefined
  }
  // The first guess is off where the clocks changed in between.
  const guess = shown - ahead(shown, zone)
  return new Date(shown - ahead(guess, zone)).toISOString().replace('.000', '')
}
