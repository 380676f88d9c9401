set title "2021—2025 年社会服务到款额与项目数"
set ylabel "到款额（万元）"
set y2label "项目数（项）"
set xrange [2020.5:2025.5]
set xtics 1
set yrange [0:*]
set y2range [0:200]
set y2tics
set grid ytics lc rgb "#dddddd" lt 1
set key above
set boxwidth 0.5
plot "data/combo.csv" every ::1 using 1:2 with boxes lc rgb "#0b6fb8" title "到款额", \
     "" every ::1 using 1:3 axes x1y2 with linespoints lw 3 pt 7 lc rgb "#d1495b" title "项目数", \
     "" every ::1 using 1:2:2 with labels offset 0,0.6 font ",12" notitle, \
     "" every ::1 using 1:3:3 axes x1y2 with labels offset 0,0.9 font ",12" notitle
