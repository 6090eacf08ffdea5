import { execFileSync, spawn } from 'node:child_process'
import { existsSync, mkdtempSync, readdirSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { fileURLToPath } from 'node:url'

import { median } from './figures.ts'
import { type Line, line } from './table.ts'

const root = fileURLToPath(new URL('../..', import.meta.url))
const cache = join(root, 'node_modules/.cache/rapporteur')
const runs = 5
const restSeconds = 4

type Settings = Readonly<Record<string, string>>

/** From the start of a process to its first answer on each kind of store, and what one at rest takes. */
export async function benchStarts(url: string): Promise<readonly Line[]> {
  const folder = mkdtempSync(join(tmpdir(), 'rapporteur-bench-'))
  const data = (name: string) => ({ RAPPORTEUR_DATA: join(folder, name) })
  try {
    const server = { DATABASE_URL: url, ...data('server') }
    const first: number[] = []
    for (let index = 0; index < 2; index += 1) {
      forgetPacked()
      first.push(await answer(data(`first${index}`)))
    }
    const columns = { server: [] as number[], existing: [] as number[], packed: [] as number[] }
    for (let index = 0; index < runs; index += 1) {
      columns.server.push(await answer(server))
      columns.existing.push(await answer(data('first0')))
      columns.packed.push(await answer(data(`packed${index}`)))
    }
    return [
      seconds('a server', columns.server, 0.4),
      seconds('an existing embedded store', columns.existing, 0.8),
      seconds('a fresh embedded store, from the packed copy', columns.packed, 1.5),
      seconds('a fresh embedded store, nothing packed yet', first, 1.5),
      line('memory at rest, a server', await megabytesAtRest(server), 'MB'),
      line('memory at rest, an embedded store', await megabytesAtRest(data('first0')), 'MB'),
    ]
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

function seconds(store: string, measured: readonly number[], target: number): Line {
  return line(`start to first answer, ${store}`, median(measured), 's', { at: target, better: 'less' })
}

/** The next fresh start has to do without; it makes the copy again. */
function forgetPacked(): void {
  for (const name of existsSync(cache) ? readdirSync(cache) : []) {
    if (/^store.*\.tar$/.test(name)) rmSync(join(cache, name), { force: true })
  }
}

/** Seconds from the start of the process to the first byte of its answer. */
function answer(settings: Settings): Promise<number> {
  return new Promise((resolve, reject) => {
    const from = performance.now()
    let answered = 0
    const child = program(['--exec', '/directory find CTED'], settings)
    child.stdout.on('data', () => {
      answered ||= (performance.now() - from) / 1_000
    })
    child.on('error', reject)
    child.on('close', (code) => {
      if (code === 0 && answered > 0) resolve(answered)
      else reject(new Error(`the program ended with ${code} and ${answered > 0 ? 'an' : 'no'} answer`))
    })
  })
}

/** What the program holds some seconds after it was started to serve. */
async function megabytesAtRest(settings: Settings): Promise<number> {
  const child = program(['--serve'], { PORT: '0', ...settings })
  const ended = new Promise<void>((resolve) => child.on('close', () => resolve()))
  await pause(restSeconds * 1_000)
  try {
    return Number(execFileSync('ps', ['-o', 'rss=', '-p', String(child.pid)], { encoding: 'utf8' })) / 1_024
  } finally {
    child.kill('SIGTERM')
    await ended
  }
}

function program(args: readonly string[], settings: Settings) {
  const { PATH, HOME } = process.env
  return spawn(process.execPath, ['src/start.js', ...args], {
    cwd: root,
    env: { PATH, HOME, ...settings },
    stdio: ['ignore', 'pipe', 'inherit'],
    timeout: 30_000,
  })
}
