import { type ChildProcess, spawn } from 'node:child_process'
import { join } from 'node:path'

import { rolldown } from 'rolldown'

import { root } from '../../processes.ts'

/** Packages of very many small files. */
const joined = /^(?:kysely|date-fns|@date-fns\/\w+|zod)(?:\/|$)/

/** Joins the program that delivers to a few files, so that thirty starts cost little; returns where it begins. */
export async function joinDelivering(): Promise<string> {
  const dir = join(root, 'node_modules/.cache/rapporteur/delivering')
  const bundle = await rolldown({
    input: { deliver: join(root, 'test/support/faults/killed/deliver.ts') },
    cwd: root,
    platform: 'node',
    external: (id) => !id.startsWith('.') && !id.startsWith(root) && !joined.test(id),
    logLevel: 'silent',
  })
  await bundle.write({ dir, format: 'esm', entryFileNames: '[name].mjs' })
  await bundle.close()
  return join(dir, 'deliver.mjs')
}

/** A process that has loaded all and waits for the line to begin. */
export async function load(program: string, given: object): Promise<ChildProcess> {
  const child = spawn(process.execPath, [program, JSON.stringify(given)], {
    env: { ...process.env, NODE_COMPILE_CACHE: join(root, 'node_modules/.cache/rapporteur/compiled') },
    stdio: ['pipe', 'pipe', 'inherit'],
  })
  await new Promise<void>((resolve) => child.stdout.once('data', () => resolve()))
  return child
}

/** Resolves to the exit code, or to null after a signal. */
export function ended(child: ChildProcess): Promise<number | null> {
  return new Promise((resolve) => child.once('close', resolve))
}
