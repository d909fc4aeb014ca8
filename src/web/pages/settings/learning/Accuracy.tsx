import { SegmentedControl, Select, Table } from '@mantine/core'
import { Link } from '@tanstack/react-router'
import { useCategories } from '../../../parts/categories.ts'
import { useCan } from '../../../session.tsx'
import { useSearchState } from '../../../where.ts'
import { useWords } from '../../../words.tsx'
import { FIELDS } from '../../review/judgement.ts'
import { CourseChart } from './CourseChart.tsx'
import css from './learning.module.css'
import { type FieldFigures, type Learning, type Sample, useVersionName, type Version } from './learning.ts'
import { ShareCell } from './ShareCell.tsx'

type Field = (typeof FIELDS)[number]

/** How right what was learned is, on judgements that it never saw: over the versions, and label by label. */
export function Accuracy({ learning }: { learning: Learning }) {
  const { t, term } = useWords()
  const nameOf = useVersionName()
  const [search, setSearch] = useSearchState()
  const field = FIELDS.find((each) => each === search.field) ?? 'sentiment'
  const measured = learning.versions.filter(({ figures }) => figures.some(({ n }) => n > 0))
  const chosen =
    measured.find(({ number }) => String(number) === search.version) ?? measured.find(({ live }) => live) ?? measured[0]
  const drawn = chosen && figuresFor(chosen, field, 'drawn')?.n
  const sample = SAMPLES.find((each) => each === search.sample) ?? (drawn ? 'drawn' : 'doubtful')
  return (
    <section className={css.part} aria-labelledby="accuracy">
      <header className={css.head}>
        <h2 id="accuracy">{t('learning.accuracy')}</h2>
        {chosen && <FieldPick field={field} pick={(value) => setSearch({ field: value })} />}
      </header>
      {!chosen && <p className={css.quiet}>{t('learning.accuracy-none')}</p>}
      {chosen && (
        <div className={css.chosen}>
          <div className={css.two}>
            {SAMPLES.map((each) => (
              <SampleCard key={each} sample={each} figures={figuresFor(chosen, field, each)} />
            ))}
          </div>
          <SegmentedControl
            size="xs"
            className={css.samples}
            aria-label={t('learning.sample')}
            value={sample}
            onChange={(value) => setSearch({ sample: value })}
            data={SAMPLES.map((value) => ({ value, label: term('figure-sample', value) }))}
          />
          <CourseChart versions={learning.versions} field={field} sample={sample} />
          <Select
            size="xs"
            w={180}
            aria-label={t('learning.of-version')}
            data={measured.map(({ number, live }) => ({
              value: String(number),
              label: live ? `${nameOf(number)} · ${t('learning.in-use')}` : nameOf(number),
            }))}
            value={String(chosen.number)}
            allowDeselect={false}
            onChange={(version) => setSearch({ version })}
          />
          <Figures figures={figuresFor(chosen, field, sample)} />
        </div>
      )}
    </section>
  )
}

function FieldPick({ field, pick }: { field: Field; pick: (field: string) => void }) {
  const { t } = useWords()
  return (
    <SegmentedControl
      size="xs"
      aria-label={t('review.field')}
      value={field}
      onChange={pick}
      data={[
        { value: 'sentiment', label: t('explorer.sentiment') },
        { value: 'intent', label: t('explorer.intent') },
        { value: 'categories', label: t('explorer.categories') },
      ]}
    />
  )
}

const SAMPLES = ['drawn', 'doubtful'] as const satisfies readonly Sample[]

const figuresFor = (version: Version, field: Field, sample: Sample) =>
  version.figures.find((each) => each.field === field && each.sample === sample)

/** Where nothing was drawn yet, so many are wanted: the most careful guess, as the server counts it. */
const WANTED_AT_FIRST = 97

/** How right it is on one kind of voices, what that stands for, and how many more are wanted where they are few. */
function SampleCard({ sample, figures }: { sample: Sample; figures: FieldFigures | undefined }) {
  const { t, term } = useWords()
  const judges = useCan()('feedback:correct')
  const n = figures?.n ?? 0
  const wanted = figures?.wanted ?? WANTED_AT_FIRST
  return (
    <section className={css.card} aria-labelledby={`sample-${sample}`}>
      <h3 id={`sample-${sample}`}>{term('figure-sample', sample)}</h3>
      {figures && n > 0 && <ShareCell share={figures.accuracy} />}
      <p className={css.quiet}>{term('figure-sample-about', sample)}</p>
      {sample === 'drawn' && wanted > 0 && (
        <p role="note">
          {t(n === 0 ? 'learning.drawn-none' : 'learning.drawn-few', { n: wanted })}{' '}
          {judges && (
            <Link to="/review" search={{ drawn: 'true' }}>
              {t('learning.to-drawn')}
            </Link>
          )}
        </p>
      )}
    </section>
  )
}

function Figures({ figures }: { figures: FieldFigures | undefined }) {
  const { t } = useWords()
  if (!figures || figures.n === 0) return <p className={css.quiet}>{t('learning.field-none')}</p>
  return <LabelTable figures={figures} />
}

function LabelTable({ figures: { field, accuracy, labels } }: { figures: FieldFigures }) {
  const { t } = useWords()
  return (
    <Table.ScrollContainer minWidth={440} tabIndex={0} aria-label={t('learning.accuracy')} role="region">
      <Table className={css.table}>
        <Table.Thead>
          <Table.Tr>
            <Table.Th scope="col">{t('learning.label')}</Table.Th>
            <Table.Th scope="col">
              {t('learning.precision')}
              <span className={css.about}>{t('learning.precision-about')}</span>
            </Table.Th>
            <Table.Th scope="col">
              {t('learning.recall')}
              <span className={css.about}>{t('learning.recall-about')}</span>
            </Table.Th>
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          <Table.Tr>
            <Table.Th scope="row">{t('learning.right')}</Table.Th>
            <Table.Td colSpan={2}>
              <ShareCell share={accuracy} />
            </Table.Td>
          </Table.Tr>
          {labels.map(({ label, precision, recall }) => (
            <Table.Tr key={label}>
              <Table.Th scope="row">
                <LabelLink field={field} label={label} />
              </Table.Th>
              <Table.Td>
                <ShareCell share={precision} />
              </Table.Td>
              <Table.Td>
                <ShareCell share={recall} />
              </Table.Td>
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
    </Table.ScrollContainer>
  )
}

/** The name of a label, and the way to the voices that carry it. */
function LabelLink({ field, label }: { field: Field; label: string }) {
  const { t, term } = useWords()
  const { nameOf } = useCategories()
  const search = field === 'categories' ? { category: label } : { [field]: label }
  return (
    <Link to="/explorer" search={search} title={t('figure.open')}>
      {field === 'categories' ? nameOf(label) || label : term(field, label)}
    </Link>
  )
}
