import { writeFileSync } from 'node:fs'

import { platforms } from '../../adapters/index.ts'
import { features } from '../../commands/index.ts'
import type { PlatformProgram, ProgramName } from '../core/platform.ts'

/**
 * Runs a program of one platform, which the first argument names; it may be left out where only one platform has such
 * a program. Answers with how it is used where the arguments cannot be meant. Resolves to the exit code.
 */
export async function runPlatformProgram(name: ProgramName, args: readonly string[]): Promise<number> {
  const having = platforms.filter(({ programs }) => programs?.[name])
  const named = having.find((platform) => platform.name === args[0])
  const meant = named ?? (having.length === 1 ? having[0] : undefined)
  const program = await meant?.programs?.[name]?.()
  if (!program)
    return fail(usageOf(await Promise.all(having.flatMap(({ programs }) => programs?.[name]?.() ?? []))))
  try {
    const given = { catalog: features, environment: process.env }
    const ran = await program.run(named ? args.slice(1) : args, given)
    if (!ran) return fail(usageOf([program]))
    if (ran.file) writeFileSync(ran.file.path, ran.file.content)
    if (!ran.done) return fail(ran.text)
    process.stdout.write(ran.text)
    return 0
  } catch (error) {
    return fail(`${error instanceof Error ? error.message : String(error)}\n\n${usageOf([program])}`)
  }
}

function usageOf(programs: readonly PlatformProgram[]): string {
  return `${programs.map(({ usage }) => usage).join('\n\n')}\n`
}

function fail(text: string): number {
  process.stderr.write(text)
  return 1
}
