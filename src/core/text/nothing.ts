/** Whether what was typed for a value says that there is to be none: `none`, `n/a`, `clear`, `remove it`, a dash. */
export function saysNothing(text: string): boolean {
  return nothing.test(text.trim())
}

const nothing =
  /^(?:no|none|nothing|nil|null|n\/?a|n\.a\.|(?:clear|remove|delete|erase|drop)(?: (?:it|this|that|them))?|empty|blank|unknown|no (?:place|date|link|entity|entities|group|title)|aucune?|néant|ningun[oa]|keine?|\p{Pd})\.?$/iu
