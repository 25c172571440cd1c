/** Days since 1970-01-01 of a valid YYYY-MM-DD. */
export function daysOf(date: string): bigint {
  const [year = 0, month = 1, day = 1] = date.split('-').map(Number)
  const time = new Date(0)
  time.setUTCFullYear(year, month - 1, day)
  return BigInt(Math.round(time.getTime() / 86_400_000))
}
