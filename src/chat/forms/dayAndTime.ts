import { lineLimit } from '../../core/language/clean.ts'

/** What was picked as a day and as a time, together; `lacks` names the half without which it is no moment. */
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

/** What is said of a text that is longer than the core reads at once; undefined for any other. */
export function tooLong(text: string): string | undefined {
  if (text.length <= lineLimit) return undefined
  return `That is longer than the ${lineLimit.toLocaleString('en')} characters that can be read at once.`
}
