import { SegmentedControl, Select, Table } from '@mantine/core'
import { Link } from '@tanstack/react-router'
import { useCategories } from '../../../parts/categories.ts'
import { useSearchState } from '../../../where.ts'
import { useWords } from '../../../words.tsx'
import { FIELDS } from '../../review/judgement.ts'
import { CourseChart } from './CourseChart.tsx'
import css from './learning.module.css'
import { type FieldFigures, type Learning, useVersionName, type Version } from './learning.ts'
import { ShareCell } from './ShareCell.tsx'

type Field = (typeof FIELDS)[number]

/** How right what was learned is, on judgements that it never saw: over the versions, and label by label. */
export function Accuracy({ learning }: { learning: Learning }) {
  const { t } = useWords()
  const nameOf = useVersionName()
  const [search, setSearch] = useSearchState()
  const field = FIELDS.find((each) => each === search.field) ?? 'sentiment'
  const measured = learning.versions.filter(({ figures }) => figures.some(({ n }) => n > 0))
  const chosen =
    measured.find(({ number }) => String(number) === search.version) ?? measured.find(({ live }) => live) ?? measured[0]
  return (
    <section className={css.part} aria-labelledby="accuracy">
      <header className={css.head}>
        <h2 id="accuracy">{t('learning.accuracy')}</h2>
        {chosen && <FieldPick field={field} pick={(value) => setSearch({ field: value })} />}
      </header>
      {!chosen && <p className={css.quiet}>{t('learning.accuracy-none')}</p>}
      {chosen && (
        <>
          <CourseChart versions={learning.versions} field={field} />
          <div className={css.chosen}>
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
            <Figures version={chosen} field={field} />
          </div>
        </>
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

function Figures({ version, field }: { version: Version; field: Field }) {
  const { t } = useWords()
  const figures = version.figures.find((each) => each.field === field)
  if (!figures || figures.n === 0) return <p className={css.quiet}>{t('learning.field-none')}</p>
  return (
    <>
      <p className={css.quiet}>{t('learning.accuracy-about', { n: figures.n })}</p>
      <LabelTable figures={figures} />
    </>
  )
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
