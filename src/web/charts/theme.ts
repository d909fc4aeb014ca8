const FONT = '-apple-system, "PingFang SC", "Noto Sans SC", "Noto Sans CJK SC", "Microsoft YaHei", sans-serif'

/** Series that stay apart by their lightness, for colour-blind eyes and on paper; amber, red and green mean something and are not among them. */
const INKS = {
  light: {
    ink: '#1f2328',
    quiet: '#5a6067',
    line: '#e3e3dd',
    raised: '#ffffff',
    series: ['#0f766e', '#8b8f92', '#2f353b', '#5b6ea8', '#7d5a8c'],
  },
  dark: {
    ink: '#e6e4df',
    quiet: '#a5a7a6',
    line: '#2b3034',
    raised: '#1a1e21',
    series: ['#2dd4bf', '#757b80', '#e6e4df', '#93a6e0', '#c09ad1'],
  },
} as const

/** ECharts' theme object for one scheme: our type, thin lines, no boxes. */
export function chartTheme(scheme: 'light' | 'dark') {
  const { ink, quiet, line, raised, series } = INKS[scheme]
  const axis = {
    axisLine: { lineStyle: { color: line } },
    axisTick: { show: false },
    axisLabel: { color: quiet, fontSize: 12 },
    splitLine: { lineStyle: { color: line } },
  }
  // Labels are ink on the page; the outline ECharts gives them by itself is for pictures.
  const label = { color: ink, textBorderWidth: 0 }
  return {
    color: [...series],
    markLine: { label },
    textStyle: { fontFamily: FONT, color: ink, fontSize: 12 },
    categoryAxis: { ...axis, splitLine: { show: false } },
    timeAxis: { ...axis, splitLine: { show: false } },
    valueAxis: axis,
    legend: { top: 0, left: 0, textStyle: { color: quiet, fontSize: 12 }, itemWidth: 14, itemHeight: 8 },
    tooltip: { backgroundColor: raised, borderColor: line, textStyle: { color: ink, fontSize: 12 } },
    line: { symbolSize: 5, lineStyle: { width: 2 }, label },
    bar: { barMaxWidth: 28, label },
  }
}
