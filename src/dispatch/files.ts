import { UserError } from '../core/errors.ts'
import type { FileValue, InputFile } from '../core/inputFile.ts'
import type { Answer } from '../core/invocation.ts'
import { atOption } from '../core/language/atOption.ts'
import { block } from '../core/message.ts'
import type { Option, Options } from '../core/option.ts'
import { fileSize } from '../core/text/fileSize.ts'
import { list } from '../core/text/list.ts'
import { oneLine, shorten, takePiece } from '../core/text/text.ts'

export interface GivenFiles {
  readonly byOption: ReadonlyMap<string, InputFile>
  /** Files that no option of the command takes. */
  readonly leftOver: readonly InputFile[]
}

/** Gives each file to its option; one that was only sent along goes to the first option that takes a file. */
export function matchFiles(options: Options, files: readonly InputFile[] = []): GivenFiles {
  const byOption = new Map<string, InputFile>()
  const open = Object.keys(options).filter((name) => options[name]?.kind === 'file')
  const leftOver: InputFile[] = []
  for (const file of files) {
    const name = open.find((one) => !byOption.has(one) && (file.option ?? one) === one)
    if (name === undefined) leftOver.push(file)
    else byOption.set(name, file)
  }
  return { byOption, leftOver }
}

/** The fields with the names of the files as the values of their options. */
export function withFileNames(
  fields: Readonly<Record<string, string>>,
  { byOption }: GivenFiles,
): Readonly<Record<string, string>> {
  const names = [...byOption].map(([option, { name }]) => [option, nameOf(name)] as const)
  return { ...fields, ...Object.fromEntries(names) }
}

/** The fields without files, since a form cannot hold a file that was chosen before. */
export function withoutFiles(
  options: Options,
  fields: Readonly<Record<string, string>>,
): Readonly<Record<string, string>> {
  return Object.fromEntries(Object.entries(fields).filter(([name]) => options[name]?.kind !== 'file'))
}

/** The file given for an option, or the one that was named in its place. Raises `UserError` where there is neither. */
export function fileReader({ byOption }: GivenFiles, openFile?: (typed: string) => InputFile) {
  return (option: string, typed: string): InputFile => {
    const file = byOption.get(option) ?? openFile?.(typed)
    if (file) return file
    throw new UserError(`“${shorten(typed)}” is only the name of a file. Please attach the file itself.`)
  }
}

/**
 * The values with every file fetched, one after the other. Raises `UserError` with its option for a file of another
 * kind, an empty or too large one, and one that cannot be had.
 */
export async function fetchFiles(
  options: Options,
  values: Readonly<Record<string, unknown>>,
): Promise<Record<string, unknown>> {
  const fetched: Record<string, unknown> = { ...values }
  for (const [name, option] of Object.entries(options)) {
    if (option.kind !== 'file' || values[name] === undefined) continue
    try {
      fetched[name] = await fetchFile(option, values[name] as InputFile)
    } catch (error) {
      throw atOption(error, name)
    }
  }
  return fetched
}

async function fetchFile({ endings = [], max = 0 }: Option, file: InputFile): Promise<FileValue> {
  const name = nameOf(file.name)
  if (!endings.some((ending) => name.toLowerCase().endsWith(`.${ending}`))) {
    throw new UserError(`“${shorten(name)}” is not a file that I can read: send ${list(dotted(endings))}.`)
  }
  if ((file.size ?? 0) > max) throw tooLarge(name, max)
  const bytes = await file.read(max)
  if (bytes.length > max) throw tooLarge(name, max)
  if (bytes.length === 0)
    throw new UserError(`“${shorten(name)}” is empty. Attach it again with its content.`)
  return { name, mediaType: file.mediaType, bytes }
}

/** Adds to the answer which of the attached files were not used. */
export function tellLeftOver(answer: Answer, words: string, { byOption, leftOver }: GivenFiles): Answer {
  if (leftOver.length === 0) return answer
  const names = list(
    leftOver.map(({ name }) => `“${shorten(nameOf(name))}”`),
    'and',
  )
  const takes = byOption.size === 0 ? 'no file' : byOption.size === 1 ? 'one file' : `${byOption.size} files`
  const text = `I did not use ${names}: /${words} takes ${takes}.`
  const blocks = [...answer.message.blocks, block.text(text)]
  return { ...answer, message: { ...answer.message, blocks } }
}

function tooLarge(name: string, max: number): UserError {
  return new UserError(`“${shorten(name)}” is too large: send at most ${fileSize(max)}.`)
}

function dotted(endings: readonly string[]): readonly string[] {
  return endings.map((ending) => `.${ending}`)
}

/** The last part of a file’s path as the platform gives it, in harmless characters. */
function nameOf(name: string): string {
  const last = oneLine(name).split(/[/\\]/).at(-1)?.trim().toWellFormed()
  return last ? takePiece(last, 255, 256)[0] : 'file'
}
