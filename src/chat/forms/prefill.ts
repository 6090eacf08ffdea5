import type { Option } from '../../core/option.ts'
import { match } from '../../core/text/nearest.ts'
import { isDay } from '../../core/time/day.ts'

/** Whether a number input can show exactly what was typed. */
export function fitsNumber({ min, max }: Option, typed: string): boolean {
  const low = min !== undefined && Number(typed) < min
  const high = max !== undefined && Number(typed) > max
  return typed === '' || (/^(0|-?[1-9]\d{0,11})$/.test(typed) && !low && !high)
}

/** Matches a choice as the core does: a beginning that fits only one will do. */
export function choiceMeant(choices: readonly string[], typed: string): string | undefined {
  const found = match(typed, choices)
  return found.length === 1 ? found[0] : undefined
}

export function flagMeant(typed: string): 'yes' | 'no' | undefined {
  if (match(typed, ['yes', 'true', 'on', '1']).length > 0) return 'yes'
  return match(typed, ['no', 'false', 'off', '0']).length > 0 ? 'no' : undefined
}

/** The names in a comma-separated list, each once; undefined for a text that holds none. */
export function namesMeant(typed: string): readonly string[] | undefined {
  const words = typed.split(/[,;\n]/).map((word) => word.trim())
  const names = [...new Set(words.filter((word) => word !== ''))]
  return typed !== '' && names.length === 0 ? undefined : names
}

/** The day and time of an ISO date and time, each empty where it is missing; undefined for any other text. */
export function dayAndTime(typed: string): { readonly day: string; readonly time: string } | undefined {
  const [, day = '', time = ''] = /^(\d{4}-\d{2}-\d{2})(?:T((?:[01]\d|2[0-3]):[0-5]\d))?$/.exec(typed) ?? []
  return typed === '' || isDay(day) ? { day, time } : undefined
}
