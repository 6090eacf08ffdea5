import { lineLimit } from '../../core/language/clean.ts'

/** A picked day and time combined; `lacks` names the missing half. */
export function momentPicked(
  day: string,
  time: string,
): { readonly text: string; readonly lacks?: 'day' | 'time' } {
  const halves = [day.trim(), time.trim()]
  if (halves.every((half) => half === '')) return { text: '' }
  if (halves[0] === '') return { text: '', lacks: 'day' }
  return halves[1] === '' ? { text: '', lacks: 'time' } : { text: `${day}T${halves[1]}` }
}

export const lacking = {
  day: 'There is a time without its day; choose the day.',
  time: 'There is a day without its time; choose the time.',
} as const

/** The error for a text longer than the core accepts at once; undefined for any other. */
export function tooLong(text: string): string | undefined {
  if (text.length <= lineLimit) return undefined
  return `That is longer than the ${lineLimit.toLocaleString('en')} characters that can be read at once.`
}
