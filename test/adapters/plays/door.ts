/** People of the sample with an account on every platform: the secretariat, the chair of ETCIP and two members. */
export type Who = 'secretariat' | 'interpol' | 'cted' | 'unodc'

/** What people do and see on a chat platform, whichever it is; the room of the group is one place of it. */
export interface Door {
  /** Gives a command in the room. */
  command(who: Who, command: string, fields?: Readonly<Record<string, string>>): Promise<void>
  /** Presses the button of this label where they saw it last. */
  press(who: Who, label: string): Promise<void>
  /** Presses a button that opens a form; gives what sends it with these texts filled in, at once or later. */
  open(who: Who, label: string): Promise<(texts: Readonly<Record<string, string>>) => Promise<void>>
  /** Takes a message that they wrote in the room into a form, by its shortcut; gives what sends it. */
  take(who: Who, words: string): Promise<(texts: Readonly<Record<string, string>>) => Promise<void>>
  /** All that somebody sees as it stands now: in the room, alone there, and in their direct conversation. */
  seenBy(who: Who): readonly string[]
  /** What stands in their direct conversation. */
  toldTo(who: Who): readonly string[]
  /** What everybody reads in the room. */
  inRoom(): readonly string[]
  /** Turns the clock and works off what is due. */
  turn(iso: string): Promise<void>
  /** Works off what is queued. */
  settle(): Promise<void>
  /** What the platform would not take. */
  wrong(): readonly unknown[]
  end(): Promise<void>
}
