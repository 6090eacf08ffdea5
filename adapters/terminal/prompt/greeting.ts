/** What a person reads on coming in; on the sample, that it is one, and one thing to try. */
export function greeting(speaker: string, isSample: boolean): readonly string[] {
  return [
    ...(isSample ? ['This is the sample, there to try things out. Try: /directory find interpoll'] : []),
    `Rapporteur, speaking as ${speaker}; as <email> speaks for somebody else.`,
    'Type /help to see what can be said; Tab completes commands, and names as far as they are typed.',
    'To leave: exit, or ctrl-D.',
  ]
}
