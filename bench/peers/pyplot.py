"""matplotlib draws with Agg: six PICTURES FOLDER, scatter FILE PICTURE, line FILE PICTURE."""
import csv
import os
import sys

import matplotlib

matplotlib.use("Agg")
from matplotlib import font_manager, pyplot as plt

TITLES = {
    "columns": "2025 年各学院招生计划、录取与报到情况",
    "ranking": "2025 届 56 个本科专业毕业去向落实率排名",
    "donut": "2025 届毕业生毕业去向分布",
    "line": "2021—2025 届各学历层次毕业去向落实率",
    "stacked": "2023—2025 届毕业生就业行业构成",
    "combo": "2021—2025 年社会服务到款额与项目数",
}


def table(path):
    with open(path, encoding="utf-8") as file:
        names, *rows = csv.reader(file)
    columns = list(zip(*rows))
    return names, columns[0], [[float(v) for v in column] for column in columns[1:]]


def grouped(ax, names, categories, columns):
    width = 0.8 / len(columns)
    for i, column in enumerate(columns):
        bars = ax.bar([k + i * width for k in range(len(column))], column, width, label=names[i + 1])
        ax.bar_label(bars)
    ax.set_xticks([k + 0.4 - width / 2 for k in range(len(categories))], categories)


def stacked(ax, names, categories, columns):
    base = [0.0] * len(categories)
    for name, column in zip(names[1:], columns):
        ax.bar_label(ax.bar(categories, column, 0.6, base, label=name), label_type="center")
        base = [b + v for b, v in zip(base, column)]


def lines(ax, names, categories, columns):
    for name, column in zip(names[1:], columns):
        ax.plot(categories, column, marker="o", label=name)
        for x, y in zip(categories, column):
            ax.annotate(f"{y:g}", (x, y), (0, 6), textcoords="offset points", ha="center")


def six(ax, kind, names, categories, columns):
    if kind == "columns":
        grouped(ax, names, categories, columns)
    elif kind == "ranking":
        ax.bar_label(ax.barh(categories, columns[0]), fontsize=8)
        ax.tick_params(axis="y", labelsize=8)
        ax.invert_yaxis()
    elif kind == "donut":
        labels = [f"{c} {v:g} 人" for c, v in zip(categories, columns[0])]
        ax.pie(columns[0], labels=labels, autopct="%.1f%%", wedgeprops={"width": 0.45})
    elif kind == "line":
        lines(ax, names, categories, columns)
    elif kind == "stacked":
        stacked(ax, names, categories, columns)
    elif kind == "combo":
        grouped(ax, names, categories, columns[:1])
        lines(ax.twinx(), [names[0], names[2]], [k for k in range(len(categories))], columns[1:])
    if kind not in ("ranking", "donut"):
        ax.legend(loc="upper left")


def main(what, source, out):
    font = os.environ["FONT"]
    font_manager.fontManager.addfont(font)
    plt.rcParams.update({"font.family": font_manager.FontProperties(fname=font).get_name(), "font.size": 12})
    pictures = range(int(source)) if what == "six" else [0]
    for i in pictures:
        figure, ax = plt.subplots(figsize=(16, 10), dpi=100)
        if what == "six":
            kind = list(TITLES)[i % 6]
            ax.set_title(TITLES[kind])
            six(ax, kind, *table(f"data/{kind}.csv"))
            figure.savefig(f"{out}/{i}.png")
        else:
            names, x, (y,) = table(source)
            x = [float(v) for v in x]
            ax.set(title="投入与产出", xlabel=names[0], ylabel=names[1])
            ax.scatter(x, y, 9) if what == "scatter" else ax.plot(x, y)
            figure.savefig(out)
        plt.close(figure)


if len(sys.argv) > 1:
    main(*sys.argv[1:])
