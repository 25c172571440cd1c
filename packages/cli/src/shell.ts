/** An argument as a shell takes it: in quotes where it needs them. */
export function shellArgument(argument: string): string {
  return /^[\w./=-]+$/.test(argument) ? argument : `'${argument.replaceAll("'", "'\\''")}'`
}
