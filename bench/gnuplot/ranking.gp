set title "2025 届 56 个本科专业毕业去向落实率排名"
set xrange [0:110]
set yrange [56:-1]
set grid xtics lc rgb "#dddddd" lt 1
set key off
set lmargin 26
set ytics font ",11"
set boxwidth 0.7
plot "data/ranking.csv" every ::1 using (0):0:(0):2:($0-0.35):($0+0.35):ytic(1) with boxxyerror lc rgb "#0b6fb8", \
     "" every ::1 using 2:0:2 with labels left offset 0.5,0 font ",11"
