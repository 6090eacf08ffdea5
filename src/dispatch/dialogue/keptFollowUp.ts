import type { Button } from '../../core/message.ts'
import type { Option } from '../../core/option.ts'
import type { FollowUp } from './followUp.ts'

/** What may be typed after a question or a refusal, as JSON for the other processes. */
export interface KeptFollowUp {
  readonly buttons: readonly Button[]
  readonly wanted: {
    readonly command: string
    readonly given: Readonly<Record<string, string>>
    readonly name: string
  } | null
  readonly isRefusal: boolean
}

/** The option of a command, both by name; undefined for one that this program does not have. */
export type OptionOf = (command: string, name: string) => Option | undefined

/** Undefined where nothing was asked that is worth a row in the store: a refusal that offers help alone asks nothing. */
export function keptFollowUp(followUp: FollowUp | undefined): KeptFollowUp | undefined {
  if (!followUp?.asks) return undefined
  const { buttons, wanted, isRefusal } = followUp
  if (!wanted && buttons.every(({ command }) => /^help\b/.test(command))) return undefined
  const { command, given, name } = wanted ?? {}
  return {
    buttons,
    wanted: command !== undefined && given && name !== undefined ? { command, given, name } : null,
    isRefusal,
  }
}

export function restored({ buttons, wanted, isRefusal }: KeptFollowUp, optionOf: OptionOf): FollowUp {
  const option = wanted && optionOf(wanted.command, wanted.name)
  return { buttons, wanted: wanted && option ? { ...wanted, option } : undefined, asks: true, isRefusal }
}
