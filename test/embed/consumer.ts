/**
 * A host application: an empty project into which `npm install` puts the packed engine, with what it depends on. It is made once
 * in a run, by the first test that asks. Nothing is fetched: the engine's dependencies are copies of those of this workspace.
 */
import { spawn } from 'node:child_process'
import { cpSync, existsSync, mkdirSync, mkdtempSync, readFileSync, realpathSync, writeFileSync } from 'node:fs'
import { dirname, join, resolve } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { folderOfRun } from '../run-folder.js'

export const root = resolve(import.meta.dirname, '../..')
const engine = join(root, 'packages/engine')

export interface Consumer {
  /** The project: `package.json`, `node_modules`, and folders of tests. */
  readonly folder: string
  /** Paths of all files in the tarball, from the package's own folder. */
  readonly packed: readonly string[]
  /** Bytes of the tarball and of what is in it. */
  readonly size: { readonly packed: number; readonly unpacked: number }
}

/** The project; a folder of its own below it, with the given files, is for the test that asks. */
export async function consumer(files: Readonly<Record<string, string>> = {}): Promise<Consumer & { own: string }> {
  const made = await once(join(folderOfRun(), 'consumer'), install)
  const own = mkdtempSync(join(made.folder, 'test-'))
  for (const [name, text] of Object.entries(files)) {
    mkdirSync(dirname(join(own, name)), { recursive: true })
    writeFileSync(join(own, name), text)
  }
  return { ...made, own }
}

/** Packs the engine as `npm pack` does, and installs the tarball as a user does. */
async function install(folder: string): Promise<Consumer> {
  const tarballs = join(folder, 'tarballs')
  mkdirSync(tarballs)
  const npm = ['--ignore-scripts', '--no-audit', '--no-fund', '--no-update-notifier', '--cache', join(folder, 'cache')]
  const { out } = await run('npm', ['pack', '--json', '--pack-destination', tarballs, ...npm], engine)
  const [pack] = JSON.parse(out) as [
    { filename: string; size: number; unpackedSize: number; files: { path: string }[] },
  ]
  const dependencies = dependenciesOfEngine().map((name) => {
    const copy = join(folder, 'dependencies', name)
    cpSync(realpathSync(join(engine, 'node_modules', name)), copy, { recursive: true })
    return copy
  })
  const project = join(folder, 'project')
  mkdirSync(project)
  writeFileSync(join(project, 'package.json'), '{ "name": "host", "private": true, "type": "module" }\n')
  // The dependencies are given as folders, to be installed as if they were packed too: so nobody has to be asked for them.
  const given = [join(tarballs, pack.filename), ...dependencies]
  await run('npm', ['install', '--offline', '--install-links', ...npm, ...given], project)
  return {
    folder: project,
    packed: pack.files.map(({ path }) => path),
    size: { packed: pack.size, unpacked: pack.unpackedSize },
  }
}

function dependenciesOfEngine(): readonly string[] {
  const { dependencies } = JSON.parse(readFileSync(join(engine, 'package.json'), 'utf8')) as { dependencies: object }
  return Object.keys(dependencies)
}

/** Makes something in a folder, once among all test files, which run at the same time; the others wait for it. */
async function once<T>(folder: string, make: (folder: string) => Promise<T>): Promise<T> {
  const result = join(folder, 'made.json')
  if (first(folder)) {
    const made = await make(folder).then(
      (value) => ({ value }),
      (error: unknown) => ({ error: String(error) }),
    )
    writeFileSync(`${result}.part`, JSON.stringify(made))
    cpSync(`${result}.part`, result)
  }
  while (!existsSync(result)) await pause(50)
  const made = JSON.parse(readFileSync(result, 'utf8')) as { value: T } | { error: string }
  if ('error' in made) throw new Error(made.error)
  return made.value
}

/** Making a folder succeeds for one only. */
function first(folder: string): boolean {
  try {
    mkdirSync(folder)
    return true
  } catch {
    return false
  }
}

export interface Run {
  readonly out: string
  readonly err: string
}

/** Runs a command and throws with all that it said where it fails. */
export function run(command: string, args: readonly string[], cwd: string): Promise<Run> {
  return new Promise((done, fail) => {
    const said = { out: '', err: '' }
    // Packers and servers are to see a plain project, not the variables of the package manager that runs these tests.
    const environment = Object.entries(process.env).filter(([name]) => !/^(npm_|pnpm_|NODE_|VITEST|TEST)/i.test(name))
    const child = spawn(command, args, { cwd, env: Object.fromEntries(environment), stdio: ['ignore', 'pipe', 'pipe'] })
    child.stdout.setEncoding('utf8').on('data', (text: string) => (said.out += text))
    child.stderr.setEncoding('utf8').on('data', (text: string) => (said.err += text))
    child.on('error', fail)
    child.on('close', (status) => {
      if (status === 0) return done(said)
      return fail(new Error(`${command} ${args.join(' ')} ended with ${status}\n${said.out}${said.err}`))
    })
  })
}

export function node(args: readonly string[], cwd: string): Promise<Run> {
  return run(process.execPath, args, cwd)
}

/** The built command of this workspace, by which a host's schemes are compiled. */
export function merit(args: readonly string[], cwd: string): Promise<Run> {
  return node([join(root, 'packages/cli/bin/merit.js'), ...args], cwd)
}
