import { shown, withFormButton } from '../../../src/chat/asking/answer.ts'
import type { Answer } from '../../../src/core/invocation.ts'
import { labelOf } from '../../../src/core/language/labels.ts'
import { type Block, block, type Message } from '../../../src/core/message.ts'
import { buttonStyle, component } from '../api/codes.ts'
import { pagesOf } from '../render/messagePages.ts'
import type { Page } from '../render/page.ts'
import type { AnswerDependencies } from './dependencies.ts'
import type { StepButton } from './outcome.ts'

/** What is said of an answer where no form can be opened any more. */
function messageOf(answer: Answer): Message {
  return shown(answer.outcome === 'asked' && answer.form ? withFormButton(answer, answer.form) : answer)
}

/** The pages of an answer; where its buttons cannot be kept just now, what was typed stands there in words. */
export async function answerPages(
  { buttonData, log }: Pick<AnswerDependencies, 'buttonData' | 'log'>,
  answer: Answer,
  buttons: readonly StepButton[] = [],
): Promise<readonly Page[]> {
  const pages = await pagesOf(buttonData, messageOf(answer)).catch((error: unknown) => {
    log.error({ err: error }, 'failed to keep the buttons of an answer')
    return pagesOf(buttonData, inWords(answer))
  })
  if (buttons.length === 0) return pages
  return pages.map((page, at) => (at < pages.length - 1 ? page : withRow(page, buttons)))
}

function withRow(page: Page, buttons: readonly StepButton[]): Page {
  const row = {
    type: component.row,
    components: buttons.map(({ label, customId, primary }) => ({
      type: component.button,
      style: primary ? buttonStyle.primary : buttonStyle.secondary,
      label,
      custom_id: customId,
    })),
  }
  return { ...page, components: [...page.components, row] }
}

/** What was typed, as blocks from which it can be copied; none where nothing was typed. */
export function typedIn(form: Answer['form'], above = 'This is what you typed:'): readonly Block[] {
  const given = new Map(Object.entries(form?.given ?? {}))
  // In the order of the form, whenever it was typed.
  const names = new Set([...(form?.fields.map(({ name }) => name) ?? []), ...given.keys()])
  const typed = [...names].flatMap((name) => {
    const text = given.get(name)
    return text === undefined ? [] : [[labelOf(name), text] as const]
  })
  if (typed.length === 0) return []
  return [...(above === '' ? [] : [block.text(above)]), block.fields(typed)]
}

function inWords({ message, form }: Answer): Message {
  return {
    ...message,
    blocks: [...message.blocks.filter(({ kind }) => kind !== 'buttons'), ...typedIn(form)],
  }
}
