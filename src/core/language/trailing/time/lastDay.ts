import type { Options } from '../../../option.ts'
import { isMomentForm } from '../../../time/beginsWithDate.ts'

/** `unodc until Friday`, `from Monday to 5 March 2027` */
const behindUntil = /^(\S.{0,150}?) (?:to|until|till) (\S{1,20}(?: \S{1,20}){0,3})$/iu

/** `ETCIP observer UNODC until Friday`: behind a name the last day of what has one, which is not the first one. */
export function untilLastDay(options: Options, name: string, fields: Record<string, string>): void {
  const { to } = options
  // Days from one to another are a period where one is taken.
  if (Object.values(options).some(({ kind }) => kind === 'period')) return
  const [, before, day = ''] = behindUntil.exec(fields[name] ?? '') ?? []
  if (to?.kind !== 'day' || fields['to'] !== undefined || before === undefined || !isMomentForm(day)) return
  fields[name] = before
  fields['to'] = day
}
