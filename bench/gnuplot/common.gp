# What the six scripts share. The caller sets OUT, the folder of the pictures, and N, how many of them to draw.
set terminal pngcairo size 1600,1000 font "Noto Sans CJK SC,18" noenhanced
set datafile separator ","
set border 3 lc rgb "#888888"
set tics nomirror scale 0
set style fill solid 1.0 noborder
set lmargin 10
