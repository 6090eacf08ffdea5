import { discordDoor } from '../plays/discordDoor.ts'
import { playQuarter } from '../plays/quarter.ts'

playQuarter('Discord', discordDoor)
