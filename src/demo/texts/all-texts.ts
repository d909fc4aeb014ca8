/** All that is said in the demo, in words; each line is heard once. */
import { abroadTexts } from './abroad.ts'
import { airPurifierTexts } from './air-purifier.ts'
import { appTexts } from './app.ts'
import { everydayTexts } from './everyday.ts'
import { riceCookerTexts } from './rice-cooker.ts'
import { robotVacuumTexts } from './robot-vacuum.ts'
import { serviceTexts } from './service.ts'
import type { TextGroup } from './text-group.ts'
import { washingMachineTexts } from './washing-machine.ts'
import { waterPurifierTexts } from './water-purifier.ts'

export const TEXT_GROUPS: readonly TextGroup[] = [
  ...robotVacuumTexts,
  ...washingMachineTexts,
  ...appTexts,
  ...riceCookerTexts,
  ...waterPurifierTexts,
  ...airPurifierTexts,
  ...serviceTexts,
  ...everydayTexts,
  ...abroadTexts,
]
