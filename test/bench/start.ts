import { execFileSync, spawn } from 'node:child_process'
import { existsSync, mkdtempSync, readdirSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { fileURLToPath } from 'node:url'

import { median } from './figures.ts'
import { startArguments } from './served.ts'
import { type Line, line } from './table.ts'

const root = fileURLToPath(new URL('../..', import.meta.url))
const cache = join(root, 'node_modules/.cache/rapporteur')
const runs = 5
/** Code is compiled anew for some seconds after a start, which takes hundreds of megabytes for a moment. */
const calm = { seconds: 8, mostSeconds: 60, share: 0.02 }

type Column = 'server' | 'existing' | 'bare' | 'packed'

const ours: readonly string[] = ['src/start.js', '--exec', '/directory find CTED']
const bareStore: readonly string[] = ['test/bench/bareStore.ts']

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
    const columns = { server: [], existing: [], bare: [], packed: [] } as Record<Column, number[]>
    for (let index = 0; index < runs; index += 1) {
      columns.server.push(await answer(server))
      columns.existing.push(await answer(data('first0')))
      columns.bare.push(await answer(data('first0'), bareStore))
      columns.packed.push(await answer(data(`packed${index}`)))
    }
    const atRest = await megabytesAtRest(program(['--serve'], { PORT: '0', ...data('first0') }))
    const bareAtRest = await megabytesAtRest(run([...bareStore, '--stay'], data('first0')))
    return [
      seconds('a server', columns.server, 0.4),
      seconds('an existing embedded store', columns.existing, 0.8),
      line('start to first answer, bare PGlite on that store', median(columns.bare), 's'),
      line(
        'start to first answer, an existing embedded store against bare PGlite',
        median(columns.existing) / median(columns.bare),
        '',
        { at: 3, better: 'less' },
      ),
      seconds('a fresh embedded store, from the packed copy', columns.packed, 1.5),
      seconds('a fresh embedded store, nothing packed yet', first, 1.5),
      line(
        'memory at rest, a server',
        await megabytesAtRest(program(['--serve'], { PORT: '0', ...server })),
        'MB',
      ),
      line('memory at rest, an embedded store', atRest, 'MB'),
      line('memory at rest, bare PGlite on that store', bareAtRest, 'MB'),
      line('memory at rest, an embedded store against bare PGlite', atRest / bareAtRest, '', {
        at: 1.2,
        better: 'less',
      }),
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
function answer(settings: Settings, args = ours): Promise<number> {
  return new Promise((resolve, reject) => {
    const from = performance.now()
    let answered = 0
    const child = run(args, settings)
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

/** What the program holds, in megabytes, once that has stayed alike for some seconds after it was started to serve. */
async function megabytesAtRest(child: ReturnType<typeof run>): Promise<number> {
  const ended = new Promise<void>((resolve) => child.on('close', () => resolve()))
  const seen: number[] = []
  try {
    for (;;) {
      await pause(1_000)
      seen.push(residentMegabytes(child.pid))
      const last = seen.slice(-calm.seconds)
      const spread = Math.max(...last) - Math.min(...last)
      const isCalm = last.length === calm.seconds && spread <= Math.max(...last) * calm.share
      if (isCalm || seen.length === calm.mostSeconds) return median(last)
    }
  } finally {
    child.kill('SIGTERM')
    await ended
  }
}

function residentMegabytes(pid: number | undefined): number {
  return Number(execFileSync('ps', ['-o', 'rss=', '-p', String(pid)], { encoding: 'utf8' })) / 1_024
}

function program(args: readonly string[], settings: Settings) {
  return run([...startArguments, ...args], settings)
}

function run(args: readonly string[], settings: Settings) {
  const { PATH, HOME } = process.env
  return spawn(process.execPath, args, {
    cwd: root,
    env: { PATH, HOME, ...settings },
    stdio: ['ignore', 'pipe', 'inherit'],
    timeout: 90_000,
  })
}
