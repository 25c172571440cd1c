/**
 * The formats of compiled schemes that this engine reads, the oldest first. A scheme states the oldest format that has everything it
 * uses; what an engine does not list it refuses (docs/versioning.md).
 */
export const formats: readonly ['merit/1'] = Object.freeze(['merit/1'] as const)

/** Whether a format comes after all of these: `merit/2`, or `merit/1.1` after `merit/1`. */
export function isLaterFormat(format: string): boolean {
  const found = numbersOf(format)
  const newest = numbersOf(formats.at(-1)!)
  if (found === undefined || newest === undefined) return false
  return found.major > newest.major || (found.major === newest.major && found.minor > newest.minor)
}

function numbersOf(format: string): { readonly major: number; readonly minor: number } | undefined {
  const [, major, minor = '0'] = /^merit\/([1-9]\d{0,8})(?:\.([1-9]\d{0,8}))?$/.exec(format) ?? []
  return major === undefined ? undefined : { major: Number(major), minor: Number(minor) }
}
