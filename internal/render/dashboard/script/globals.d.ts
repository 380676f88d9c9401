// What the modules find in the page: the library before them, the script at its head.
declare const echarts: any;
declare const theme: typeof import('./theme.js');
