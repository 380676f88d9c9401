set title "2023—2025 届毕业生就业行业构成"
set ylabel "人数（人）"
set yrange [0:*]
set grid ytics lc rgb "#dddddd" lt 1
set key outside right
set style data histograms
set style histogram rowstacked
set boxwidth 0.6
base(c) = c == 2 ? 0 : base(c-1) + column(c-1)
plot for [c=2:11] "data/stacked.csv" using c:xtic(1) title columnheader(c), \
     for [c=2:11] "" every ::1 using 0:(base(c)+column(c)/2):c with labels font ",12" notitle
