import { judge } from './judge.js'

postMessage(judge())
