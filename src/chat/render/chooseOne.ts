/** What a list to choose from says before anything is chosen, to a screen reader too. */
export function chooseOne(choices: readonly unknown[]): string {
  return `Choose one of ${choices.length}`
}
