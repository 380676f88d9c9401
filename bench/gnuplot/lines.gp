# A line over the rows of FILE, into OUT.
load "gnuplot/common.gp"
set title "投入与产出"
set key off
set xlabel "投入"
set ylabel "产出"
set output OUT
plot FILE every ::1 using 1:2 with lines lc rgb "#0b6fb8"
