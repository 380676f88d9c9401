set title "2025 届毕业生毕业去向分布"
stats "data/donut.csv" every ::1 using 2 nooutput
sum = STATS_sum
array F[9]
F[1] = 90.0
do for [i=1:8] {
    stats "data/donut.csv" every ::i::i using 2 nooutput
    F[i+1] = F[i] - 360.0 * STATS_sum / sum
}
unset border
unset tics
unset grid
set key off
set size ratio -1
set xrange [-2.4:2.4]
set yrange [-1.5:1.5]
set angles degrees
set style fill solid 1.0 border lc rgb "white"
middle(i) = (F[i] + F[i+1]) / 2
plot for [i=1:8] "data/donut.csv" every ::i::i using (0):(0):(1):(F[i+1]):(F[i]) with circles lc i, \
     "data/donut.csv" every ::1::1 using (0):(0):(0.55) with circles lc rgb "white", \
     for [i=1:8] "data/donut.csv" every ::i::i using (1.3*cos(middle(i))):(1.15*sin(middle(i))):(sprintf("%s %d 人 %.1f%%", strcol(1), column(2), 100*column(2)/sum)) with labels font ",14"
