// The parts of ECharts for a page that has one of these charts, which take a fifth
// more room.
import * as core from 'echarts/core';
import { MapChart, SankeyChart, SunburstChart, TreemapChart } from 'echarts/charts';

core.use([MapChart, SankeyChart, SunburstChart, TreemapChart]);

export * from './entry.js';
export const { registerMap } = core;
