// The parts of ECharts that the marks of a chart need, and nothing else. A mark
// that ECharts has no series for is a custom series (../marks.js).
import * as core from 'echarts/core';
import { BarChart, CustomChart, LineChart, PieChart, ScatterChart } from 'echarts/charts';
import {
  GridComponent,
  LegendComponent,
  MarkAreaComponent,
  MarkLineComponent,
  TitleComponent,
  TooltipComponent,
} from 'echarts/components';
import { LabelLayout } from 'echarts/features';
import { SVGRenderer } from 'echarts/renderers';

core.use([
  BarChart, CustomChart, LineChart, PieChart, ScatterChart,
  GridComponent, LegendComponent, MarkAreaComponent, MarkLineComponent,
  TitleComponent, TooltipComponent,
  LabelLayout, SVGRenderer,
]);

export const { init, version } = core;
