/** What is shown of voices: in lists, and one with all that is known of it. */
import { type Db, prepared, sql } from '../../platform/db/db.ts'
import type { FeedbackItem, FeedbackView } from '../../shared/contracts/feedback.ts'
import type { Emotion, Need, Question } from '../../shared/contracts/reading-aids.ts'
import { reasonsIn, type ValueRow, valueItem, valueView } from '../understanding/index.ts'

const SCORES = sql`
  coalesce((SELECT jsonb_agg(jsonb_build_object('kind', s.kind, 'value', s.value, 'scale', jsonb_build_object('min', s.low, 'max', s.high)) ORDER BY s.kind)
            FROM feedback_scores s WHERE s.feedback_id = f.id), '[]') AS scores`
const CUSTOMER = sql`
  (SELECT jsonb_build_object('id', c.id, 'name', c.name) FROM customers c WHERE c.id = customer_root(f.customer_id)) AS customer`
const SHOWN = sql`
  f.id, f.channel, f.source_id AS "sourceId", f.subject, f.text, f.occurred_at AS "occurredAt", f.received_at AS "receivedAt",
  EXISTS (SELECT FROM set_asides a WHERE a.feedback_id = f.id) AS "setAside", ${SCORES}, ${CUSTOMER}`

const VALUE = sql`
  u.value_relevant AS "valueRelevant", u.value_authentic AS "valueAuthentic", u.value_specific AS "valueSpecific", u.value_timely AS "valueTimely"`

/** Voices as lists show them, newest first; those that do not exist are left out. */
export async function voiceItems(db: Db, ids: readonly string[]): Promise<FeedbackItem[]> {
  if (ids.length === 0) return []
  const rows = await db.many<Omit<FeedbackItem, 'value'> & ValueRow>(prepared`
    SELECT ${SHOWN}, coalesce(u.language, f.language) AS language, u.sentiment, u.intent, u.urgency, coalesce(u.categories, '{}') AS categories,
      u.emotion, u.need, ${VALUE}
    FROM feedback f LEFT JOIN understandings u ON u.feedback_id = f.id
    WHERE f.id = ANY(${ids}::uuid[]) ORDER BY f.occurred_at DESC, f.id DESC`)
  return rows.map(({ valueRelevant, valueAuthentic, valueSpecific, valueTimely, ...item }) => ({
    ...item,
    value: valueItem({ valueRelevant, valueAuthentic, valueSpecific, valueTimely }),
  }))
}

type Understood = FeedbackView['understanding']
export type VoiceRow = Omit<FeedbackView, 'understanding'> &
  Omit<Understood, 'status' | 'language' | 'emotion' | 'need' | 'value'> &
  ValueRow & {
    emotion: Emotion | null
    emotionConfidence: number | null
    need: Need | null
    needConfidence: number | null
  }

/** One voice with all that is known of it; null when there is none. */
export function voiceRow(db: Db, id: string): Promise<VoiceRow | null> {
  return db.maybe<VoiceRow>(sql`
    SELECT ${SHOWN}, coalesce(u.language, f.language) AS language, f.query_code AS "queryCode", f.url, f.facts, f.quiet, f.erased_at AS "erasedAt",
      (SELECT a.reason FROM set_asides a WHERE a.feedback_id = f.id) AS "setAsideReason",
      coalesce((SELECT jsonb_agg(jsonb_build_object('id', t.id, 'name', t.name, 'contentType', t.content_type, 'size', t.size) ORDER BY t.id)
                FROM feedback_attachments l JOIN attachments t ON t.id = l.attachment_id WHERE l.feedback_id = f.id), '[]') AS attachments,
      coalesce((SELECT array_agg(k.case_id ORDER BY k.linked_at, k.case_id) FROM case_feedback k WHERE k.feedback_id = f.id), '{}') AS cases,
      u.sentiment, u.score, u.confidence, u.intent, u.intent_confidence AS "intentConfidence", u.urgency, coalesce(u.urgency_reasons, '{}') AS "urgencyReasons",
      coalesce(u.categories, '{}') AS categories, coalesce(u.keywords, '[]') AS keywords, coalesce(u.pii, '[]') AS pii, coalesce(u.corrected, false) AS corrected,
      u.emotion, u.emotion_confidence AS "emotionConfidence", u.need, u.need_confidence AS "needConfidence", ${VALUE},
      u.engine_version AS "engineVersion", u.understood_at AS "understoodAt",
      coalesce((SELECT jsonb_agg(jsonb_build_object('category', o.category_id, 'polarity', o.polarity, 'confidence', o.confidence, 'start', o.starts, 'end', o.ends) ORDER BY o.ordinal)
                FROM aspects o WHERE o.feedback_id = f.id), '[]') AS aspects
    FROM feedback f LEFT JOIN understandings u ON u.feedback_id = f.id WHERE f.id = ${id}`)
}

/** @param ask  what to ask about it, so that it becomes concrete */
export function viewOf(row: VoiceRow, ask: Question | null): FeedbackView {
  const {
    sentiment,
    score,
    confidence,
    intent,
    intentConfidence,
    urgency,
    urgencyReasons,
    categories,
    aspects,
    keywords,
    emotion,
    emotionConfidence,
    need,
    needConfidence,
    valueRelevant,
    valueAuthentic,
    valueSpecific,
    valueTimely,
    pii,
    corrected,
    engineVersion,
    understoodAt,
    ...shown
  } = row
  const reasons = reasonsIn({ valueRelevant, valueAuthentic, valueSpecific, valueTimely })
  return {
    ...shown,
    understanding: {
      status: understoodAt === null ? 'pending' : 'done',
      language: shown.language,
      sentiment,
      score,
      confidence,
      intent,
      intentConfidence,
      urgency,
      urgencyReasons,
      categories,
      aspects,
      keywords,
      emotion: emotion === null ? null : { label: emotion, confidence: emotionConfidence ?? 0 },
      need: need === null ? null : { level: need, confidence: needConfidence ?? 0 },
      value: valueView(reasons, ask),
      pii,
      corrected,
      engineVersion,
      understoodAt,
    },
  }
}
