import type { Config } from '../settings/settings.ts'
import type { Arguments } from './arguments.ts'

/** What this run is for. A scripted run or a single command is for the terminal alone. */
export interface RunMode {
  /** More than the terminal is served. */
  readonly serves: boolean
  /** A chat platform is served, which needs no prompt. */
  readonly chats: boolean
  readonly prompts: boolean
  /** A person types at the prompt. */
  readonly interactive: boolean
}

export function modeOf(config: Config, given: Arguments): RunMode {
  const scripted = given.exec !== undefined || given.json || !process.stdin.isTTY
  const serves = given.serve || (config.serves && given.exec === undefined && !given.json)
  const prompts = config.serves ? given.terminal || !serves : !given.serve
  return {
    serves,
    chats: serves && config.serves,
    prompts,
    interactive: prompts && Boolean(process.stdin.isTTY && process.stdout.isTTY) && !scripted,
  }
}
