import type { Choice } from '../../errors.ts'

/** Choices of one name say also what each is chosen by: `Ama Nandu (ama@who.example)`. */
export function distinctChoices(choices: readonly Choice[]): readonly Choice[] {
  const labels = choices.map(({ label }) => label)
  return choices.map(({ label, value }) =>
    label !== value && labels.filter((other) => other === label).length > 1
      ? { label: `${label} (${value})`, value }
      : { label, value },
  )
}
