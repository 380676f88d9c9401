set title "2025 年各学院招生计划、录取与报到情况"
set ylabel "人数（人）"
set yrange [0:*]
set grid ytics lc rgb "#dddddd" lt 1
set key above
set style data histograms
set style histogram clustered gap 1
plot for [c=2:4] "data/columns.csv" using c:xtic(1) title columnheader(c), \
     for [c=2:4] "" using ($0+(c-3)*0.25):c:c every ::1 with labels offset 0,0.6 font ",12" notitle
