/** Runs before each file of tests: properties that name no seed of their own take the run's. */
import { configureGlobal } from 'fast-check'
import { seed } from './seed.js'

configureGlobal({ seed })
