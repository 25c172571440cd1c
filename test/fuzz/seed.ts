/** The seed of this run's random tests: printed, and given back through MERIT_SEED to repeat a run. */
export const seed = Number(process.env.MERIT_SEED ?? Math.floor(Math.random() * 2 ** 31))
console.log(`random tests with seed ${seed} (MERIT_SEED)`)
