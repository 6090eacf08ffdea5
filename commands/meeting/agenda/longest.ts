/** The longest title of an item, in characters. */
export const longestTitle = 200

/** The longest item of an agenda, in minutes. */
export const longestItem = 600
