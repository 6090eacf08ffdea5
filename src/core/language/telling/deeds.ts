/** What was done: words that end in “ed”, and those that do not. */
export const deed =
  /(?<!\p{L})(?:\p{Ll}{3,}ed|held|met|led|took|gave|ran|sent|built|began|brought|won|wrote|drew|taught|put|shown|given|taken|begun|written|made)(?!\p{L})/u

/** `UNODC trains 40 judges`: what somebody does, behind the acronym of who does it. */
export const doing =
  /(?<![\p{L}\p{Nd}-])\p{Lu}[\p{Lu}\p{Nd}-]{1,19} (?:\p{Ll}{2,18}[^\P{Ll}su]s|hold|meet|lead|run)(?!\p{L})/u
