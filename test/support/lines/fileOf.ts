import { fileBytes } from '../../../src/core/message.ts'
import type { Reply } from '../world.ts'

/** The file of an answer, as text; throws where there is none. */
export function fileOf({ answer }: Reply): { readonly name: string; readonly text: string } {
  const file = answer.message.blocks.find((block) => block.kind === 'file')
  if (!file) throw new Error('no file')
  return { name: file.name, text: new TextDecoder().decode(fileBytes(file)) }
}
