/** Numbers of Discord’s protocol by meaning; the SDK has them too, but is not loaded for them alone. */
export const interaction = { ping: 1, command: 2, press: 3, typeahead: 4, submit: 5 } as const

/** Kinds of application commands. */
export const commandKind = { slash: 1, message: 3 } as const

export const optionKind = { subcommand: 1, group: 2, text: 3, integer: 4, flag: 5, file: 11 } as const

/** Kinds of responses to an interaction. */
export const callback = {
  pong: 1,
  message: 4,
  /** “Thinking…”; the answer is edited into it. */
  later: 5,
  /** The message with the button stays as it is for now. */
  updateLater: 6,
  update: 7,
  choices: 8,
  modal: 9,
} as const

export const component = { row: 1, button: 2, select: 3, textInput: 4, label: 18, file: 19 } as const

export const buttonStyle = { primary: 1, secondary: 2, danger: 4 } as const

export const textStyle = { short: 1, paragraph: 2 } as const

/** Flag of a message that only the caller sees. */
export const ephemeral = 1 << 6

/** Where an interaction happened. */
export const context = { guild: 0, bot: 1, private: 2 } as const

/** Discord’s error numbers that the bot reacts to. */
export const errorCodes = {
  unknownChannel: 10_003,
  unknownGuild: 10_004,
  unknownMessage: 10_008,
  unknownUser: 10_013,
  unknownWebhook: 10_015,
  unknownInteraction: 10_062,
  unknownEvent: 10_070,
  tooManyCommands: 30_034,
  tooManyEvents: 30_038,
  alreadyAnswered: 40_060,
  missingAccess: 50_001,
  cannotMessage: 50_007,
  missingPermissions: 50_013,
  wrongToken: 50_027,
  invalidRecipient: 50_033,
  invalidBody: 50_035,
  threadArchived: 50_083,
  noCommonGuild: 50_278,
  threadLocked: 160_005,
} as const
