set title "2021—2025 届各学历层次毕业去向落实率"
set ylabel "落实率（%）"
set xrange [2020.7:2025.3]
set xtics 1
set yrange [84:100]
set grid ytics lc rgb "#dddddd" lt 1
set key above
plot for [c=2:5] "data/line.csv" using 1:c with linespoints lw 3 pt 7 title columnheader(c), \
     for [c=2:5] "" every ::1 using 1:c:c with labels offset 0,0.8 font ",12" notitle
