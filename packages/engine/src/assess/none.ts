/** Nothing of anything: one list for all results and reasons that have none. */
export const none: readonly never[] = Object.freeze([])
