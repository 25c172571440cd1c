const dayMs = 86_400_000

/**
 * YYYY-MM-DD as days since 1970-01-01 (the Gregorian calendar throughout); 'not-a-date' for any other form, 'no-such-date' for a day that
 * does not exist.
 */
export function daysOf(text: string): number | 'not-a-date' | 'no-such-date' {
  const match = /^(\d{4})-(\d\d)-(\d\d)$/.exec(text)
  if (match === null) return 'not-a-date'
  const [year, month, day] = [Number(match[1]), Number(match[2]), Number(match[3])]
  // Years below 100 mean 1900 and later to Date.UTC: 400 years later the calendar is the same.
  const date = new Date(Date.UTC(year + 400, month - 1, day))
  const exists = year > 0 && date.getUTCMonth() === month - 1 && date.getUTCDate() === day
  return exists ? Math.floor(date.getTime() / dayMs) - daysIn400Years : 'no-such-date'
}

const daysIn400Years = 146_097
