import { usualSeed } from './seed.js'

/** Runs once, before all tests: settles the seed for every worker, and prints it. */
export default function announceSeed(): void {
  if (process.env['MERIT_SEED'] === 'new') process.env['MERIT_SEED'] = String(Math.floor(Math.random() * 2 ** 31))
  console.log(`random tests: seed ${process.env['MERIT_SEED'] ?? usualSeed} (MERIT_SEED=new for another)`)
}
