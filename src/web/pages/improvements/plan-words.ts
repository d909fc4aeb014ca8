import { measuredWord } from '../../../shared/improvements/verdict-sentence.ts'
import type { Locale } from '../../../shared/words/locale.ts'
import type { Speak } from '../../../shared/words/say.ts'
import { daysOf, dayWord } from './days.ts'
import type { Plan } from './improvements.ts'

/** The plan as one sentence. */
export function planSentence(
  plan: Pick<Plan, 'metric' | 'better' | 'before' | 'after' | 'minimumVoices'>,
  t: Speak,
  locale: Locale,
  zone: string,
): string {
  const [beforeFrom, beforeTo] = daysOf(plan.before, zone)
  const [afterFrom, afterTo] = daysOf(plan.after, zone)
  return t('improvements.plan-sentence', {
    beforeFrom: dayWord(beforeFrom, locale),
    beforeTo: dayWord(beforeTo, locale),
    afterFrom: dayWord(afterFrom, locale),
    afterTo: dayWord(afterTo, locale),
    metric: measuredWord(t, plan.metric),
    better: plan.better === 'higher' ? t('improvements.better.higher') : t('improvements.better.lower'),
    minimum: plan.minimumVoices ?? 30,
  })
}
