import { playClearing } from '../plays/clearing.ts'
import { discordDoor } from '../plays/discordDoor.ts'

playClearing('Discord', discordDoor)
