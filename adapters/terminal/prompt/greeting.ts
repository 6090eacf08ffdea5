/** What a person reads on coming in. */
export function greeting(speaker: string): readonly string[] {
  return [
    `Rapporteur, speaking as ${speaker}; as <email> speaks for somebody else.`,
    'Type /help to see what can be said; Tab completes commands, and names as far as they are typed.',
    'To leave: exit, or ctrl-D.',
  ]
}
