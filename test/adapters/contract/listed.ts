import { type Button, block, type Message, message } from '../../../src/core/message.ts'

/** A message in which a button is one of so many answers to a question that they are a list. */
export function listedWith(button: Button): Message {
  const others = Array.from({ length: 6 }, (_, at) => ({
    ...button,
    label: `Another ${at}`,
    values: { ...button.values, meeting: `M${at + 20}` },
  }))
  return message('Which one?', block.choices([...others, button]))
}
