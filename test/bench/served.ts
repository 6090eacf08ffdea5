import { execFileSync, spawn } from 'node:child_process'
import { existsSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'

import manifest from '../../package.json' with { type: 'json' }
import { median, percentile } from './figures.ts'
import { type Line, line } from './table.ts'
import type { AskRound, Round } from './wire.ts'

const root = fileURLToPath(new URL('../..', import.meta.url))
const rounds = 5
/** Of a round: whichever comes first ends it, so that a busy machine makes a bench no longer. */
const most = { turns: 4_000, ms: 1_000 }
const warmUp = { turns: 2_000, ms: 2_000 }

/** A process that says where it listens. */
export interface Child {
  readonly base: string
  /** What it holds, in megabytes. */
  resident(): number
  /** Processor time taken so far, in milliseconds; 0 where the system does not tell it. */
  cpuMs(): number
  stop(): Promise<void>
}

/** The bot and what it is held against. */
export interface Pair {
  readonly ours: Child
  readonly bare: Child
  readonly bareName: string
}

/** What is asked of both. */
export interface Load {
  /** `slack find`. */
  readonly name: string
  readonly together: number
  /** The least share of the bare one's rate. */
  readonly least: number
  /** The most that the slowest hundredth may take of what the bare one's takes; only told where nothing is wanted. */
  readonly latest?: number
  readonly round: AskRound
}

/** Rounds in turns, after several thousand to get warm; each figure is the median of its rounds. */
export async function compareServed(pair: Pair, load: Load): Promise<readonly Line[]> {
  process.stderr.write(`${load.name}, ${load.together} at once …\n`)
  const columns = [pair.ours, pair.bare]
  const seen: readonly Round[][] = columns.map(() => [])
  for (const { base } of columns) await load.round(base, load.together, warmUp)
  const cpuMs = columns.map(() => 0)
  for (let index = 0; index < rounds; index += 1) {
    for (const [at, column] of columns.entries()) {
      const from = column.cpuMs()
      seen[at]?.push(await load.round(column.base, load.together, most))
      cpuMs[at] = (cpuMs[at] ?? 0) + column.cpuMs() - from
    }
  }
  const name = `${load.name}, ${load.together} at once`
  const { bareName } = pair
  const [own = 0, other = 0] = seen.map((all) => median(all.map(({ perSecond }) => perSecond)))
  const [ownCpu = 0, otherCpu = 0] = seen.map((all, at) => ((cpuMs[at] ?? 0) * 1_000) / turnsOf(all))
  const [ownLate = 0, otherLate = 0] = seen.map((all) => all.reduce((sum, { late }) => sum + late, 0))
  return [
    line(`${name}: the bot`, own, '/s'),
    line(`${name}: ${bareName}`, other, '/s'),
    line(`${name}: the bot against ${bareName}`, own / other, '', { at: load.least, better: 'more' }),
    line(`${name}: processor time a command, the bot`, ownCpu, 'µs'),
    line(`${name}: processor time a command, ${bareName}`, otherCpu, 'µs'),
    line(`${name}: processor time, ${bareName} against the bot`, otherCpu / ownCpu, ''),
    ...percentiles(name, bareName, seen, 0.5, undefined),
    ...percentiles(name, bareName, seen, 0.99, load.latest),
    line(`${name}: answers that came late, the bot`, ownLate, ''),
    line(`${name}: answers that came late, ${bareName}`, otherLate, ''),
  ]
}

function turnsOf(all: readonly Round[]): number {
  return all.reduce((sum, { ms, late }) => sum + ms.length + late, 0)
}

function percentiles(
  name: string,
  bareName: string,
  seen: readonly (readonly Round[])[],
  share: number,
  latest: number | undefined,
): readonly Line[] {
  const [own = 0, other = 0] = seen.map((all) => {
    const ofRounds = all.filter(({ ms }) => ms.length > 0).map(({ ms }) => percentile(ms, share))
    return ofRounds.length > 0 ? median(ofRounds) : Number.NaN
  })
  const p = `${name}: p${share * 100}`
  return [
    line(`${p}, the bot`, own, 'ms'),
    line(`${p}, ${bareName}`, other, 'ms'),
    line(`${p}, ratio`, own / other, '', atMost(latest)),
  ]
}

/** What both hold after the load. */
export function compareMemory(name: string, { ours, bare, bareName }: Pair, most?: number): readonly Line[] {
  const [own, other] = [ours.resident(), bare.resident()]
  return [
    line(`${name}: memory after the load, the bot`, own, 'MB'),
    line(`${name}: memory after the load, ${bareName}`, other, 'MB'),
    line(`${name}: memory, ratio`, own / other, '', atMost(most)),
  ]
}

export function atMost(at: number | undefined) {
  return at === undefined ? undefined : { at, better: 'less' as const }
}

/** The arguments with which `npm start` runs Node. */
export const startArguments: readonly string[] = manifest.scripts.start.split(' ').slice(1)

/** The arguments and settings with which the whole bot serves. */
export function theBot(settings: Readonly<Record<string, string>>): Promise<Child> {
  return child([...startArguments, '--serve'], {
    ...settings,
    PORT: '0',
    LOG_LEVEL: 'info',
  })
}

export function child(args: readonly string[], settings: Readonly<Record<string, string>>): Promise<Child> {
  const { PATH, HOME, NODE_OPTIONS } = process.env
  const program = spawn(process.execPath, args, {
    cwd: root,
    env: { PATH, HOME, NODE_OPTIONS, ...settings },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  const ended = new Promise<void>((resolve) => program.on('close', () => resolve()))
  return new Promise((resolve, reject) => {
    let text = ''
    const hear = (chunk: Buffer) => {
      text += text.length < 10_000 ? chunk.toString() : ''
      const base = /listening at (http:\/\/[\d.]+:\d+)/.exec(text)?.[1]
      if (base === undefined) return
      resolve({
        base,
        resident: () =>
          Number(execFileSync('ps', ['-o', 'rss=', '-p', String(program.pid)], { encoding: 'utf8' })) / 1_024,
        cpuMs: () => cpuMsOf(program.pid),
        async stop() {
          program.kill('SIGTERM')
          await ended
        },
      })
    }
    program.stdout.on('data', hear)
    program.stderr.on('data', hear)
    program.on('error', reject)
    program.on('close', (code) => reject(new Error(`${args.join(' ')} ended with ${code}: ${text}`)))
  })
}

/** Linux counts in hundredths of a second; elsewhere nothing is told. */
function cpuMsOf(pid: number | undefined): number {
  const file = `/proc/${pid}/stat`
  if (!existsSync(file)) return 0
  const fields = readFileSync(file, 'utf8')
    .replace(/^.*\) /s, '')
    .split(' ')
  return 10 * (Number(fields[11]) + Number(fields[12]))
}

/** A setting that a process of a benchmark was given. */
export function setting(name: string): string {
  const value = process.env[name]
  if (value === undefined) throw new Error(`${name} is not set`)
  return value
}

/** Says where a process listens, so that `child` hears it. */
export function sayWhere(address: unknown): void {
  const port = typeof address === 'object' && address !== null && 'port' in address ? address.port : ''
  process.stdout.write(`listening at http://127.0.0.1:${port}\n`)
}
