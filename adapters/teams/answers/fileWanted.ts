import type { Answer } from '../../../src/core/invocation.ts'
import { block, code, message, rich } from '../../../src/core/message.ts'

/**
 * A dialog of Teams takes no file, so a form that needs one is not opened: the answer tells how to send it. A
 * refusal keeps its own sentence and tells that as well.
 */
export function withoutFileForm(answer: Answer): Answer {
  const { form, outcome } = answer
  const needed = form?.fields.some(({ option }) => option.kind === 'file' && option.required)
  if (!form || !needed) return answer
  const { form: _, ...rest } = answer
  const line = rich`Send me the file in our own chat, with ${code(form.command)} as its text.`
  if (outcome === 'asked')
    return { ...rest, message: message(`/${form.command} needs a file.`, block.text(line)) }
  return { ...rest, message: { ...rest.message, blocks: [...rest.message.blocks, block.text(line)] } }
}
