// Names for which ECharts has no room.

// uncut leaves out, of labels that ECharts would cut, the value, and then the
// name: half a name is another one.
export function uncut(chart) {
  chart.getZr().storage.getDisplayList(true); // which lays out the texts
  chart.getModel().eachSeriesByType('treemap', (series) => {
    series.getData().eachItemGraphicEl((el) => el.traverse((part) => {
      const label = part.getTextContent();
      if (!label?.isTruncated) return;
      label.setStyle('text', label.style.text.split('\n')[0]);
      label.update();
      label.ignore = label.isTruncated;
    }));
  });
}
