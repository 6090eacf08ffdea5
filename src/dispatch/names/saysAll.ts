/** Whether words mean all that there are, as `all of them` or `both`, and are no name of one. */
export function saysAll(text: string): boolean {
  return /^(?:all|both|everything|every one|each)(?: of)?(?: the| my| our)?(?: them| these| those| meetings| updates| items| reminders| mine)?[.!]?$/i.test(
    text.trim(),
  )
}
