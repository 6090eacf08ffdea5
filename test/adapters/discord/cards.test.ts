import { playCards } from '../plays/cards.ts'
import { discordDoor } from '../plays/discordDoor.ts'

playCards('Discord', discordDoor)
