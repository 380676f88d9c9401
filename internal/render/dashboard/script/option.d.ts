// The option of a chart, as the program writes it for ECharts and as the modules
// change it for the reader: the fields that they read. ECharts' others go through.

export interface Option {
  series: Series[];
  grid?: Grid[];
  xAxis?: Axis[];
  yAxis?: Axis[];
  legend?: { data: Entry[]; show?: boolean; selectedMode?: boolean; [more: string]: any };
  title?: any[];
  sources?: Source[];
  animation?: boolean;
  layout: { width: number; height: number; legend?: number; rows?: boolean; part?: boolean; most?: number };
  picked?: (names: string[]) => any; // what the tooltip asks of the figure
  [more: string]: any;
}

export interface Series {
  type: string;
  name?: string;
  panel?: string; // the value of the data that its panel shows
  data: Item[];
  xAxisIndex?: number;
  yAxisIndex?: number;
  links?: Item[]; // of a sankey
  renderItem?: { $fn: string; xBands?: number; yBands?: number };
  [more: string]: any;
}

// An item is a mark; null in its value is missing.
export interface Item {
  name?: string;
  value: (number | null)[];
  datum?: Datum;
  children?: Item[]; // of a tree
  label?: any;
  itemStyle?: any;
  lineStyle?: any;
  symbolSize?: number;
}

// A datum is what the page says of a mark.
export interface Datum {
  label?: string; // beside the mark
  text?: string; // the value with its unit
  share?: string;
  computed?: boolean;
  sources?: number[]; // of the option's
  path?: string[]; // the names above it
}

export interface Source {
  report: string;
  table?: string;
  line?: number;
  quote?: string;
  place?: string;
  contested?: string;
}

export interface Entry {
  name: string;
  icon: string;
  itemStyle: { color: string };
}

export interface Axis {
  type: string;
  data?: string[];
  gridIndex: number;
  axisLabel: any;
  [more: string]: any;
}

// The places of a grid are pixels or shares as texts, and pixels once it is fitted.
export interface Grid {
  left: any;
  top: any;
  right: any;
  bottom: any;
  outerBoundsMode: string;
}
