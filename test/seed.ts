/**
 * The seed of all random tests. It is the same in every run unless MERIT_SEED says otherwise, so that a change is never blamed for what
 * another seed would have found before it; `MERIT_SEED=new` looks further.
 */
export const usualSeed = 20261120

export const seed = Number(process.env['MERIT_SEED'] ?? usualSeed)
