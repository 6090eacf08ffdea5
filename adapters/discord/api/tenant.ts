/** The tenant of every Discord account: an account is the same in all servers. */
export const everywhere = '-'
