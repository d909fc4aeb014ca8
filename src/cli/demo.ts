import { loadDemo } from '../demo/load.ts'
import { type Command, print, readWords } from './command.ts'
import { withInstallation } from './installation.ts'

export const loadDemoCommand: Command = async (args) => {
  readWords(args, {}, [], 'hx demo load')
  print(await withInstallation(({ database, tools }) => loadDemo({ database, tools })))
  return 0
}
