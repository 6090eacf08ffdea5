import { UserError } from '../errors.ts'

/** More names than any list of partners has; each is looked up. */
const most = 60

/**
 * The values of names in a list, parted by commas, lines, `/`, `&` or "and", each once. A part with an "and" is first
 * read as one name. Raises `UserError` for one that cannot be read; its choices are the whole list with that one put right.
 */
export async function readList<T extends { readonly id: number }>(
  text: string,
  read: (part: string) => Promise<T>,
): Promise<readonly T[]> {
  const parts = [...new Set(splitList(text))]
  if (parts.length > most)
    throw new UserError(
      `That names ${parts.length.toLocaleString('en')}; at most ${most} can be named at once.`,
    )
  const found = new Map<number, T>()
  for (const part of parts) {
    for (const value of await readPart(part, text, read)) found.set(value.id, value)
  }
  return [...found.values()]
}

/** The names in a list, without those that an "and" joins. */
export function splitList(text: string): readonly string[] {
  return text
    .split(/[,;\n/，、]/)
    .map((part) =>
      part
        .trim()
        .replace(/^(?:and|&) /i, '')
        .trim(),
    )
    .filter((part) => part !== '')
}

async function readPart<T>(
  part: string,
  whole: string,
  read: (part: string) => Promise<T>,
): Promise<readonly T[]> {
  const joined = part.split(/ (?:and|et|y|&) /i).filter((one) => one.trim() !== '')
  try {
    return [await read(part)]
  } catch (error) {
    if (!(error instanceof UserError)) throw error
    if (joined.length < 2) throw inList(error, part, whole)
  }
  const values: T[] = []
  for (const one of joined) {
    try {
      values.push(await read(one.trim()))
    } catch (error) {
      throw error instanceof UserError ? inList(error, one.trim(), whole) : error
    }
  }
  return values
}

/** What puts one name right must not lose the others. */
function inList(error: UserError, part: string, whole: string): UserError {
  const at = whole.indexOf(part)
  if (at < 0 || whole === part) return error
  const choices = error.choices.map(({ label, value }) => ({
    label,
    value: `${whole.slice(0, at)}${value}${whole.slice(at + part.length)}`,
  }))
  return new UserError(error.message, {
    choices,
    buttons: error.buttons,
    ...(error.option !== undefined && { option: error.option }),
  })
}
