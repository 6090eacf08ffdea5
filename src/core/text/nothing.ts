/** Whether what was typed for a value says that there is to be none: `none`, `n/a`, `clear`, `remove it`, a dash. */
export function saysNothing(text: string): boolean {
  return nothing.test(text.trim())
}

/** Whether it says that nobody knows yet: `tbd`, `to be decided`, `not set yet`, a question mark. */
export function saysOpen(text: string): boolean {
  return open.test(text.trim())
}

const nothing =
  /^(?:no|none|nothing|nil|null|n\/?a|n\.a\.|(?:clear|remove|delete|erase|drop)(?: (?:it|this|that|them))?|empty|blank|(?:un|not )known|not (?:applicable|available)|no (?:place|date|link|entity|entities|group|title)|aucune?|néant|ningun[oa]|keine?|\p{Pd})\.?$/iu

const open =
  /^(?:t\.?b\.?[acd]|to be (?:announced|agreed|confirmed|decided|defined|determined|found|set)|(?:not|nothing) (?:yet )?(?:agreed|clear|confirmed|decided|defined|known|set)(?: yet)?|(?:unknown|none|nothing) yet|pending|\?{1,3})\.?$/iu
