/** Without the entries that are null or undefined. */
export function present<Values extends object>(values: Values): { [Key in keyof Values]?: NonNullable<Values[Key]> } {
  const entries = Object.entries(values).filter(([, value]) => value !== null && value !== undefined)
  return Object.fromEntries(entries) as { [Key in keyof Values]?: NonNullable<Values[Key]> }
}
