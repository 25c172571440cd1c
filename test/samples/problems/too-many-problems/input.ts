/** A text in which no sentence can be read. */
export const text = Array.from({ length: 250 }, (_, place) => `rule number ${place} of this scheme`).join('\n')
