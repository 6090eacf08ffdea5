/** A calendar whose busy times cannot be told; its message says why, for its owner. */
export class UnreadableCalendar extends Error {
  override readonly name = 'UnreadableCalendar'
}
