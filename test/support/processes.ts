import { type ChildProcess, spawn } from 'node:child_process'
import { fileURLToPath } from 'node:url'

export interface Program {
  readonly process: ChildProcess
  /** Lines of standard output so far. */
  readonly lines: string[]
  readonly errors: string[]
  /** Resolves to the exit code, or to null after a signal. */
  readonly ended: Promise<number | null>
  /** Types one line; for a program that was started with `typed`. */
  type(line: string): void
  /** No more lines will come. */
  hangUp(): void
  /** Resolves when a line of output satisfies the test; rejects when the program ends before. */
  until(test: (lines: readonly string[]) => boolean): Promise<void>
}

/** Where the house stands. */
export const root = fileURLToPath(new URL('../..', import.meta.url))
const running = new Set<ChildProcess>()

const defaults = { PORT: '0', ASK_ABOVE: 'never', SECRETARIAT: 'secretariat@compact.example' }

export interface StartOptions {
  readonly typed?: boolean
  /** Starts the program that stands here. */
  readonly cwd?: string
}

/** The real program in a process of its own. */
export function start(
  args: readonly string[],
  env: Readonly<Record<string, string>>,
  { typed = false, cwd }: StartOptions = {},
): Program {
  const child = spawn(process.execPath, ['src/start.js', ...args], {
    cwd: cwd ?? root,
    env: { ...defaults, PATH: process.env['PATH'], ...env },
    stdio: ['pipe', 'pipe', 'pipe'],
  })
  // One that has ended reads no more; whoever waits for it hears so by `ended`.
  child.stdin.on('error', () => undefined)
  if (!typed) child.stdin.end()
  running.add(child)
  const lines: string[] = []
  const errors: string[] = []
  const watchers = new Set<() => void>()
  let rest = ''
  child.stdout.on('data', (chunk: Buffer) => {
    const parts = (rest + chunk.toString()).split('\n')
    rest = parts.pop() ?? ''
    lines.push(...parts)
    for (const watch of watchers) watch()
  })
  child.stderr.on('data', (chunk: Buffer) => errors.push(chunk.toString()))
  const ended = new Promise<number | null>((resolve) => {
    child.on('close', (code) => {
      running.delete(child)
      resolve(code)
      for (const watch of watchers) watch()
    })
  })
  return {
    process: child,
    lines,
    errors,
    ended,
    type: (line) => void child.stdin.write(`${line}\n`),
    hangUp: () => void child.stdin.end(),
    until: (test) =>
      new Promise((resolve, reject) => {
        const watch = () => {
          if (test(lines)) resolve()
          else if (!running.has(child)) reject(new Error(`the program ended: ${errors.join('')}`))
          else return
          watchers.delete(watch)
        }
        watchers.add(watch)
        watch()
      }),
  }
}

/** Runs the program to its end. */
export async function run(
  args: readonly string[],
  env: Readonly<Record<string, string>>,
  options: Pick<StartOptions, 'cwd'> = {},
): Promise<{ readonly code: number | null; readonly out: string; readonly err: string }> {
  const program = start(args, env, options)
  const code = await program.ended
  return { code, out: program.lines.join('\n'), err: program.errors.join('') }
}

/** Leaves no process behind, whatever became of the test. */
export async function killAll(): Promise<void> {
  await Promise.all(
    [...running].map((child) => {
      const gone = new Promise((resolve) => child.once('close', resolve))
      child.kill('SIGKILL')
      return gone
    }),
  )
}

export interface Delivered {
  readonly to: string
  readonly text: string
}

/** What a program that speaks JSON has delivered so far. */
export function deliveries({ lines }: Pick<Program, 'lines'>): readonly Delivered[] {
  return read(lines).filter((line) => 'to' in line)
}

/** What it has answered so far. */
export function answers({ lines }: Pick<Program, 'lines'>): readonly { ok: boolean; text: string }[] {
  return read(lines).filter((line) => 'ok' in line)
}

function read(lines: readonly string[]) {
  return lines.filter((line) => line.startsWith('{')).map((line) => JSON.parse(line))
}
