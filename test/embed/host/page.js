/** In a browser: the page itself, and a module worker. */
import { judge } from './judge.js'

const worker = new Worker(new URL('./worker.js', import.meta.url), { type: 'module' })
worker.addEventListener('message', ({ data }) => {
  document.querySelector('#worker').textContent = data
})
document.querySelector('#page').textContent = judge()
