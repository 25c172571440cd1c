export { printModule } from './print-module.js'
