import { UserError } from '../../../src/core/errors.ts'
import { shorten } from '../../../src/core/text/text.ts'
import { plainDigits } from '../../../src/core/time/reading/token.ts'

/** More than an issue has. */
const most = 100

/** The numbers of `U1,U2`, `U1 U2`, `U1 and U2` or `U1-U3`, each once and in order, so that two changes at once cannot wait for each other. */
export function readNumbers(typed: string): readonly number[] {
  const words = plainDigits(typed)
    .replace(/#?u?#?(\d{1,9})\.? ?(?:-|–|—|\.\.\.?|…|\bto\b) ?#?u?#?(\d{1,9})/gi, between)
    .split(/[\s,;&]+/)
    .filter((word) => word !== '' && !/^and$/i.test(word))
  if (words.length > most)
    throw new UserError(`That names ${words.length}; at most ${most} can be named at once.`, {
      option: 'update',
    })
  const numbers = words.map((word) => {
    const found = /^#?u?#?(\d{1,9})$/i.exec(word)
    if (!found) throw new UserError(`“${shorten(word)}” is not a number such as U12.`, { option: 'update' })
    return Number(found[1])
  })
  return [...new Set(numbers)].sort((one, other) => one - other)
}

/** Every number from the first to the last; those of a range that is turned round or too long are left to be refused. */
function between(written: string, first: string, last: string): string {
  const [from, to] = [Number(first), Number(last)]
  if (to < from || to - from >= most) return written
  return Array.from({ length: to - from + 1 }, (_, at) => from + at).join(' ')
}
