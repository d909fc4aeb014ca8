/** Which answers fit which voice. */
import type { StaffKey } from '../cast.ts'
import type { Voice } from '../story-shape.ts'
import type { CategoryKey } from '../texts/text-group.ts'
import { english, englishThanks, traditional, traditionalThanks } from './abroad.ts'
import { ANSWERS } from './answers.ts'
import * as product from './product.ts'
import type { ReplyTopic } from './reply-topic.ts'
import * as service from './service.ts'

const BY_CATEGORY: Record<CategoryKey, ReplyTopic> = {
  'function.dock': product.dockBefore,
  'function.performance': product.machine,
  'function.noise': product.noise,
  'function.durability': product.machine,
  'function.design': product.machine,
  'safety.coating': product.coating,
  'safety.hazard': product.hazard,
  'service.attitude': service.attitude,
  'service.speed': service.speed,
  'service.resolution': service.unresolved,
  'service.process': service.processTrouble,
  'service.install': service.thanks,
  'price.value': service.value,
  'price.protection': service.protection,
  'price.consumables': product.consumables,
  'logistics.appointment': service.appointment,
  'logistics.packaging': service.parcel,
  'logistics.speed': service.parcel,
  'app.login': product.login,
  'app.stability': product.appTrouble,
  'app.feature': product.appTrouble,
  'brand.feeling': service.thanks,
}

/** A question has one right answer; it is the only thing its topic says. */
function answered(answer: string): ReplyTopic {
  const english = /^[A-Za-z]/.test(answer)
  const note = english ? 'Your question was answered above.' : '你的问题已在上面答复。'
  return { first: [answer], ask: [], resolved: [{ outcome: 'explained', note }], notes: [] }
}

/** The answers that fit a voice; `shipped` says which changes were out when it was heard. */
export function topicOf(voice: Voice, shipped: { dock: boolean; appointment: boolean }): ReplyTopic {
  const { text, meant, language } = voice
  if (text === null || meant === null) return service.lowScore
  const answer = ANSWERS.find(({ begins }) => text.startsWith(begins))
  if (answer) return answered(answer.answer)
  const praises = meant.intent === 'praise'
  if (language === 'en') return praises ? englishThanks : english
  if (language === 'zh-TW' || language === 'zh-HK') return praises ? traditionalThanks : traditional
  if (praises) return service.thanks
  if (meant.intent === 'suggestion') return service.suggestion
  if (meant.intent === 'churn') return service.churn
  if (meant.category === 'function.dock' && shipped.dock) return product.dockAfter
  if (meant.category === 'logistics.appointment' && shipped.appointment) return service.appointmentAfter
  return BY_CATEGORY[meant.category]
}

/** Who answers: the manager where it is about people or leaving, else whoever looks after the channel. */
export function assigneeOf(voice: Voice): StaffKey {
  const { channel, language, meant } = voice
  if (
    language === 'en' ||
    language === 'zh-TW' ||
    language === 'zh-HK' ||
    channel === 'messenger' ||
    channel === 'telegram'
  )
    return 'lin'
  if (meant?.intent === 'churn') return 'zhou'
  if (meant?.category === 'service.attitude' && meant.intent === 'complaint') return 'zhou'
  if (meant?.category.startsWith('logistics.')) return 'tang'
  if (channel === 'call' || channel === 'sms' || channel === 'email') return 'he'
  if (channel === 'social' || channel === 'review' || channel === 'forum') return 'ma'
  if (channel === 'counter' || channel === 'paper' || channel === 'gathering') return 'qian'
  return 'luo'
}
