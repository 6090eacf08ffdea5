/** `an hour or so`, and no day or so. */
const orSo =
  /(?<=(?:hours?|minutes?|mins?|hrs?|days?|weeks?|months?)),? (?:or so|or thereabouts|more or less)$/iu

/** `around 3pm`, `in about an hour`, `tomorrow at about 10`. */
const about =
  /(?:^|(?<=^(?:in|at|on|by|for|today|tomorrow|tonight|(?:in|at|on|by|for|today|tomorrow|tonight) at) ))(?:just )?(?:around|about|approximately|approx\.?|roughly|circa|ca\.?) (?=\p{Nd}|(?:an?|half|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|noon|midnight|quarter)(?!\p{L}))/iu

/** A time or a length without what says that it need not be kept to the minute. */
export function withoutAbout(text: string): string {
  return text.length > 200 ? text : text.replace(orSo, '').replace(about, '')
}
